import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { promiseState, missedOn } from '#domain/model/promise.js';
import type { PromiseState } from '#domain/model/promise.js';
import { newestProcess } from '#processes/versions.js';
import { addDays } from '#domain/time.js';
import { daysLater, openSimulatedCase } from '#support/simulated-case.js';
import type { Deadline } from '#domain/model/case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const start = '2027-01-11T08:00:00.000Z';
/** Contact is promised by 13 January. */
const PROMISE = 'firstContact.contact';
const OWNER = 'saksbehandler.helse';

function promised(): SimulatedCase {
  const simulated = openSimulatedCase(start, { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: OWNER });
  return simulated;
}

function promise(simulated: SimulatedCase): Deadline {
  const found = simulated.state().deadlines.find(({ id }) => id === PROMISE);
  if (!found) throw new Error('nothing was promised');
  return found;
}

const extend = (simulated: SimulatedCase, user: string, until: string) =>
  simulated.trySubmit(user, { type: 'extend', deadline: PROMISE, until, reason: 'text:r' });
const explain = (simulated: SimulatedCase, newDate: string) =>
  simulated.trySubmit(OWNER, { type: 'registerFact', fact: 'delayExplained', data: { newDate, reason: 'text:why' } });
const makeContact = (simulated: SimulatedCase) =>
  simulated.trySubmit(OWNER, { type: 'registerFact', fact: 'contactMade', data: {} });

describe('a promise to the entrepreneur', () => {
  it('that is done in time is kept', () => {
    const simulated = promised();
    makeContact(simulated);
    expect(promiseState(promise(simulated))).toBe('KEPT');
  });

  it('is moved in time by the owner, with a reason, and stays moved when it is then done', () => {
    const simulated = promised();
    expect(extend(simulated, OWNER, '2027-01-20')).toBeNull();
    expect(promise(simulated)).toMatchObject({ dueOn: '2027-01-20', extended: { to: '2027-01-20', reason: 'text:r' } });
    expect(promiseState(promise(simulated))).toBe('MOVED');
    simulated.advanceTo('2027-01-19T09:00:00.000Z');
    makeContact(simulated);
    expect(promiseState(promise(simulated))).toBe('MOVED');
  });

  it('reads as put on hold while its case is, and as promised again afterwards', () => {
    const simulated = promised();
    const pause = { type: 'suspend', reason: 'text:r', resumeOn: '2027-02-01', approvedBy: 'leder.helse' } as const;
    simulated.submit('leder.helse', pause);
    simulated.advanceTo('2027-01-14T09:00:00.000Z');
    expect(promise(simulated)).toMatchObject({ state: 'PAUSED', dueOn: '2027-01-13' });
    expect(promiseState(promise(simulated))).toBe('PAUSED');
    simulated.submit('leder.helse', { type: 'resume' });
    expect(promise(simulated).dueOn > '2027-01-14').toBe(true);
    expect(promiseState(promise(simulated))).toBe('OPEN');
  });

  it('that was missed gets more time from a manager only, and stays missed with the new date beside it', () => {
    const simulated = promised();
    simulated.advanceTo('2027-01-15T09:00:00.000Z');
    expect(extend(simulated, OWNER, '2027-01-22')).toBeNull();
    expect(promise(simulated).extended).toBeUndefined();
    const approval = simulated.eventsOfType('approvalAsked').at(-1)?.data.approval ?? '';
    const yes = { type: 'answerApproval', approval, yes: true, reason: 'text:ok' } as const;
    expect(simulated.trySubmit(OWNER, yes)?.code).toBe('same-person');
    expect(simulated.trySubmit('leder.helse', yes)).toBeNull();
    expect(promise(simulated)).toMatchObject({ dueOn: '2027-01-22', extended: { missedOn: '2027-01-13' } });
    expect(promiseState(promise(simulated))).toBe('MISSED');
    simulated.advanceTo('2027-01-20T09:00:00.000Z');
    makeContact(simulated);
    expect(promise(simulated).state).toBe('MET');
    expect(promiseState(promise(simulated))).toBe('MISSED');
    expect(missedOn(promise(simulated))).toBe('2027-01-13');
  });

  it('that a manager missed in their own case gets more time from another manager', () => {
    const simulated = openSimulatedCase(start, { unit: 'helse' });
    simulated.submit('mottak', { type: 'assignOwner', owner: 'leder.helse' });
    simulated.advanceTo('2027-01-15T09:00:00.000Z');
    expect(extend(simulated, 'leder.helse', '2027-01-22')).toBeNull();
    expect(promise(simulated).extended).toBeUndefined();
    expect(extend(simulated, 'kommunalsjef.velferd', '2027-01-22')).toBeNull();
    expect(promise(simulated).extended?.to).toBe('2027-01-22');
  });

  it('that was missed is moved by an explanation with a new date, which must lie ahead', () => {
    const simulated = promised();
    simulated.advanceTo('2027-01-15T09:00:00.000Z');
    expect(explain(simulated, '2027-01-15')?.code).toBe('in-the-past');
    expect(explain(simulated, '2027-01-21')).toBeNull();
    expect(promise(simulated)).toMatchObject({ state: 'OPEN', dueOn: '2027-01-21' });
    expect(promiseState(promise(simulated))).toBe('MISSED');
    expect(simulated.state().deadlines.some((it) => it.kind === 'delay.explain' && it.state === 'OPEN')).toBe(false);
  });

  it('that proves to have been done in time, and was only registered late, was kept', () => {
    const simulated = promised();
    simulated.advanceTo('2027-01-15T09:00:00.000Z');
    simulated.trySubmit(OWNER, { type: 'registerFact', fact: 'contactMade', on: '2027-01-12', data: {} });
    expect(promiseState(promise(simulated))).toBe('KEPT');
  });

  it('never changes back, whatever is done about it', () => {
    const act = fc.oneof(
      fc.record({ act: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ act: fc.constantFrom('owner', 'manager', 'explain'), days: fc.integer({ min: -3, max: 20 }) }),
      fc.record({ act: fc.constant('keep' as const), days: fc.constant(0) }),
    );
    const follows: Readonly<Record<PromiseState, readonly PromiseState[]>> = {
      OPEN: ['OPEN', 'PAUSED', 'KEPT', 'MOVED', 'MISSED'],
      PAUSED: ['OPEN', 'PAUSED', 'KEPT', 'MOVED', 'MISSED'],
      KEPT: ['KEPT'],
      MOVED: ['MOVED', 'MISSED'],
      MISSED: ['MISSED'],
    };
    let changes = 0;
    fc.assert(
      fc.property(fc.array(act, { maxLength: 9 }), (acts) => {
        const simulated = promised();
        let before: PromiseState = 'OPEN';
        for (const { act: what, days } of acts) {
          const date = addDays(osloDateOf(simulated.now()), days);
          if (what === 'wait') simulated.advanceTo(daysLater(simulated.now(), days));
          else if (what === 'owner') extend(simulated, OWNER, date);
          else if (what === 'manager') extend(simulated, 'leder.helse', date);
          else if (what === 'explain') explain(simulated, date);
          else makeContact(simulated);
          const after = promiseState(promise(simulated));
          expect(follows[before]).toContain(after);
          if (after !== before) changes += 1;
          before = after;
        }
      }),
      { numRuns: 200, seed: 1 },
    );
    expect(changes).toBeGreaterThan(100);
  });
});

describe('a promise that she is told something', () => {
  /** What is registered when a person has told her, by a letter or by word. */
  const TELLING = ['answerSent', 'entrepreneurInformed'];

  it('is kept by nothing that does not tell her', () => {
    const promises = Object.entries(newestProcess.deadlines).filter(([, { promise: it }]) =>
      it?.nb.startsWith('Du får vite'),
    );
    const facts = promises.flatMap(([kind, { ends }]) =>
      ends.flatMap((end) => (end.startsWith('fact:') ? [{ kind, fact: end.slice('fact:'.length) }] : [])),
    );
    const silent = facts.filter(({ fact }) => {
      const rule = newestProcess.facts[fact];
      return !rule?.tells?.includes('entrepreneur') && rule?.movesPromises === undefined && !TELLING.includes(fact);
    });
    expect(silent).toEqual([]);
    expect(facts.map(({ fact }) => fact)).toContain('nextStepChosen');
  });
});
