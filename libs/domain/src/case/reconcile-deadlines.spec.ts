import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rungAt, smallCase } from '#support/small-rules.js';
import type { DeadlineRule } from '../process/process-document.js';

const states = (small: ReturnType<typeof smallCase>, kind: string) => small.deadlinesOf(kind).map(({ state }) => state);

describe('a deadline of any process', () => {
  it('is opened by each start, and by the first one only where its rule says once', () => {
    const small = smallCase({ each: {}, first: { once: true } });
    for (let visits = 0; visits < 3; visits += 1) {
      small.register('begun');
      small.wait(1);
    }
    expect(small.deadlinesOf('each')).toHaveLength(3);
    expect(small.deadlinesOf('first')).toHaveLength(1);
    expect(small.deadlinesOf('first')[0]).toMatchObject({ dueOn: '2027-02-11', moved: [] });
  });

  it('is opened once and cancelled once, whatever is done afterwards', () => {
    const after = fc.array(fc.constantFrom('begun', 'done', 'calledOff'), { maxLength: 6 });
    fc.assert(
      fc.property(after, (facts) => {
        const small = smallCase({ debt: { cancels: ['fact:calledOff'] } });
        small.register('begun');
        small.register('calledOff');
        for (const fact of facts) small.register(fact);
        const [first] = small.deadlinesOf('debt');
        const ofFirst = (type: 'deadlineOpened' | 'deadlineCancelled') =>
          small
            .eventsOf(type)
            .filter(({ data: { deadline } }) => [deadline, (deadline as { id?: string }).id].includes(first?.id));
        expect([ofFirst('deadlineOpened').length, ofFirst('deadlineCancelled').length]).toEqual([1, 1]);
        expect(first?.state).toBe('CANCELLED');
      }),
      { numRuns: 30 },
    );
  });

  it('that is moved keeps every rung of its ladder: those that have fired, and those that have not at their new dates', () => {
    const ladder = [rungAt(-8), rungAt(-2), rungAt(0), rungAt(3, 'escalate')];
    const small = smallCase({ debt: { ladder: 'all' } }, { ladders: { all: ladder } });
    small.register('begun');
    small.wait(3);
    const { seq = 0 } = small.state().facts[0] ?? {};
    small.give({ type: 'correctFact', event: seq, on: '2027-01-30', reason: 'text:r' });
    const [moved] = small.deadlinesOf('debt');
    expect(moved?.dueOn).toBe('2027-02-09');
    expect(moved?.rungs.map(({ rung, done }) => `${rung}${done ? ' fired' : ''}`).sort()).toEqual([
      'escalate 3',
      'remind -2',
      'remind -8 fired',
      'remind 0',
    ]);
    small.wait(30);
    const fired = [...small.eventsOf('reminderDue'), ...small.eventsOf('escalated')].map(({ data }) => data.rung);
    expect(fired.sort()).toEqual(['escalate 3', 'remind -2', 'remind -8', 'remind 0']);
  });

  it('pauses with the case where it is a debt by practice: no legal one, no right, no hold, and not what the pause itself asks', () => {
    const small = smallCase({
      debt: {},
      legal: { effect: 'LEGAL' },
      right: { nature: 'RIGHT' },
      hold: { nature: 'HOLD' },
      resume: { starts: ['suspended'], ends: ['resumed'], runsInPause: true },
    });
    small.register('begun');
    small.pause('2027-02-22');
    const kinds = ['debt', 'legal', 'right', 'hold', 'resume'];
    expect(kinds.map((kind) => states(small, kind))).toEqual([['PAUSED'], ['OPEN'], ['OPEN'], ['OPEN'], ['OPEN']]);
    small.give({ type: 'resume' });
    expect(kinds.map((kind) => states(small, kind))).toEqual([['OPEN'], ['OPEN'], ['OPEN'], ['OPEN'], ['MET']]);
  });

  it('that begins with the end of the case is owed when the case has closed', () => {
    const small = smallCase({
      invite: { starts: ['closed:WITHDRAWN'], ends: ['fact:done'] },
      lessons: { starts: ['closed:STOPPED'] },
      debt: {},
    });
    small.register('begun');
    small.give({ type: 'withdraw', reason: 'text:r' });
    expect([states(small, 'invite'), states(small, 'lessons'), states(small, 'debt')]).toEqual([
      ['OPEN'],
      [],
      ['CANCELLED'],
    ]);
  });

  it('of a phase does not come back when a closed case is reopened; one that outlives the case never left', () => {
    const scopes: Record<string, Partial<DeadlineRule>> = {
      PHASE: { scope: 'PHASE', ends: ['closed'] },
      BEYOND: { scope: 'BEYOND' },
    };
    const small = smallCase(scopes);
    small.register('begun');
    small.give({ type: 'withdraw', reason: 'text:r' });
    expect(states(small, 'BEYOND')).toEqual(['OPEN']);
    small.give({ type: 'reopen', reason: 'text:r' });
    small.register('done');
    expect(small.eventsOf('deadlineOpened')).toHaveLength(2);
    expect(small.eventsOf('deadlineReopened')).toEqual([]);
  });

  it.each(['PHASE', 'CASE'] as const)(
    'of the %s that the close cancelled stays so when the case is reopened',
    (scope) => {
      const small = smallCase({ debt: { scope } });
      small.register('begun');
      small.give({ type: 'withdraw', reason: 'text:r' });
      small.give({ type: 'reopen', reason: 'text:r' });
      small.register('calledOff');
      expect(states(small, 'debt')).toEqual(['CANCELLED']);
      expect(small.eventsOf('deadlineOpened')).toHaveLength(1);
    },
  );

  it('of the phase that was met before the close is not owed again when what met it is taken back after it reopened', () => {
    const small = smallCase({ debt: { scope: 'PHASE' } });
    small.register('begun');
    small.register('done');
    small.give({ type: 'withdraw', reason: 'text:r' });
    small.give({ type: 'reopen', reason: 'text:r' });
    const { seq: event = 0 } = small.state().facts.find(({ fact }) => fact === 'done') ?? {};
    small.give({ type: 'retractFact', event, reason: 'text:r' });
    expect(states(small, 'debt')).toEqual(['MET']);
  });

  it('that somebody extended says in its history what for', () => {
    const small = smallCase({ debt: {} });
    small.register('begun');
    const [{ id = '' } = {}] = small.deadlinesOf('debt');
    small.give({ type: 'extend', deadline: id, until: '2027-03-01', reason: 'text:why' });
    expect(small.deadlinesOf('debt')[0]).toMatchObject({ dueOn: '2027-03-01', moved: [{ reason: 'text:why' }] });
  });

  it('counted from a date that a fact names has no date without it, and so does not begin', () => {
    const small = smallCase({ debt: { dateField: 'endsOn', count: 0 } });
    small.register('begun');
    expect(small.deadlinesOf('debt')).toEqual([]);
    small.register('begun', undefined, { endsOn: '2027-05-01' });
    expect(small.deadlinesOf('debt').map(({ dueOn }) => dueOn)).toEqual(['2027-05-01']);
  });

  it('that is counted leaves a quiet period out; a date that was agreed on stays in it', () => {
    const quietPeriods = [{ from: '02-08', to: '02-20' }];
    const rules = { counted: {}, agreed: { dateField: 'endsOn', count: 0 }, extended: { count: 2 } };
    const small = smallCase(rules, { quietPeriods });
    small.register('begun', undefined, { endsOn: '2027-02-12' });
    const [{ id = '' } = {}] = small.deadlinesOf('extended');
    small.give({ type: 'extend', deadline: id, until: '2027-02-15', reason: 'text:r' });
    const dueOn = Object.keys(rules).map((kind) => small.deadlinesOf(kind)[0]?.dueOn);
    expect(dueOn).toEqual(['2027-02-24', '2027-02-12', '2027-02-15']);
  });
});
