import { beforeEach, describe, expect, it } from '@jest/globals';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { promiseState } from '#domain/model/promise.js';
import { stepFor } from '#domain/next/next-steps.js';
import { canRead } from '#domain/policy/read-access.js';
import { newestProcess } from '#processes/versions.js';
import { daysLater, demoCommandPeople, demoDirectory, openSimulatedCase } from '#support/simulated-case.js';
import type { Actor, CommandBodies } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const MONDAY = '2027-01-11T08:00:00.000Z';
const OWNER = 'saksbehandler.helse';
const ENTREPRENEUR: Actor = { user: 'entreprenor.01', grants: [], speaksFor: ['org:org'] };
const THURSDAY = '2027-01-14';
const FRIDAY = '2027-01-15';
const HERS = { entrepreneur: true } as const;

let simulated: SimulatedCase;
beforeEach(() => {
  simulated = openSimulatedCase(MONDAY);
  simulated.submit(OWNER, { type: 'assignOwner', owner: OWNER });
});

type NextStep = CommandBodies['holdMeeting']['nextSteps'][number];

const plan = (more: Partial<CommandBodies['planMeeting']> = {}) =>
  ({ type: 'planMeeting', template: 'CLARIFICATION', on: THURSDAY, at: '10:00', ...more }) as const;
const hold = (more: Partial<CommandBodies['holdMeeting']> = {}) =>
  ({ type: 'holdMeeting', meeting: 'm1', on: THURSDAY, present: [HERS], nextSteps: [], ...more }) as const;
const held = (nextSteps: NextStep[], more: Partial<CommandBodies['holdMeeting']> = {}) =>
  simulated.submit(OWNER, {
    type: 'holdMeeting',
    template: 'FREE',
    on: '2027-01-11',
    present: [HERS],
    nextSteps,
    ...more,
  });
const agreed = (owner: NextStep['owner'], by = FRIDAY): NextStep => ({ what: 'text:what', owner, by });
const debt = (id: string) => {
  const found = simulated.state().deadlines.find((it) => it.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};
const owes = (id: string) => debtor(newestProcess, simulated.state(), debt(id));
const stepOf = (id: string) => stepFor(newestProcess, simulated.state(), demoDirectory, debt(id), simulated.now());
const days = (count: number) => simulated.advanceTo(daysLater(simulated.now(), count));

describe('a planned meeting', () => {
  it('is owed by whoever planned it until they say what came of it, two working days after its day', () => {
    simulated.submit(OWNER, plan());
    expect(debt('meeting.outcome:m1')).toMatchObject({ dueOn: '2027-01-18', state: 'OPEN' });
    expect(owes('meeting.outcome:m1')).toMatchObject({ role: 'owner', user: OWNER });
    days(8);
    expect(debt('meeting.outcome:m1').state).toBe('BREACHED');
    simulated.submit(OWNER, hold());
    expect(simulated.state().meetings).toMatchObject([{ id: 'm1', state: 'HELD', held: { on: THURSDAY, by: OWNER } }]);
    expect(debt('meeting.outcome:m1').metAt).toBeDefined();
  });

  it('has its step in `next` from its day on, which the case takes as it stands', () => {
    simulated.submit(OWNER, plan());
    const step = stepOf('meeting.outcome:m1');
    expect(step).toMatchObject({
      command: 'holdMeeting',
      body: { meeting: 'm1' },
      notBefore: '2027-01-13T23:00:00.000Z',
    });
    expect(step?.by[0]?.user).toBe(OWNER);
    days(3);
    expect(stepOf('meeting.outcome:m1')).not.toHaveProperty('notBefore');
  });

  it('counts as the fact of its kind when it is held, and meets what waits for that', () => {
    simulated.submit(OWNER, plan());
    days(3);
    expect(debt('firstContact.meeting').state).toBe('OPEN');
    simulated.submit(OWNER, hold());
    expect(debt('firstContact.meeting').state).toBe('MET');
    expect(simulated.state().facts).toMatchObject([{ fact: 'meetingHeld', on: THURSDAY }]);
  });

  it('goes with the case to whoever has it next', () => {
    simulated.submit(OWNER, plan());
    simulated.submit('leder.helse', { type: 'assignOwner', owner: 'saksbehandler2.helse' });
    expect(owes('meeting.outcome:m1')).toMatchObject({ user: 'saksbehandler2.helse' });
  });

  it('is moved with a reason, and what came of it is owed by the new day', () => {
    simulated.submit(OWNER, plan());
    simulated.submit(OWNER, { type: 'moveMeeting', meeting: 'm1', on: '2027-01-20', at: '13:30', reason: 'text:r' });
    expect(debt('meeting.outcome:m1')).toMatchObject({ dueOn: '2027-01-22', state: 'OPEN' });
    expect(simulated.state().meetings).toMatchObject([
      { on: '2027-01-20', at: '13:30', moved: [{ from: { on: THURSDAY, at: '10:00' }, reason: 'text:r', by: OWNER }] },
    ]);
  });

  it('that passed unheld may be moved to a new day, and is late no more', () => {
    simulated.submit(OWNER, plan());
    days(9);
    expect(debt('meeting.outcome:m1').state).toBe('BREACHED');
    simulated.submit(OWNER, { type: 'moveMeeting', meeting: 'm1', on: '2027-01-25', at: '10:00', reason: 'text:r' });
    expect(debt('meeting.outcome:m1')).toMatchObject({ dueOn: '2027-01-27', state: 'OPEN' });
  });

  it('is cancelled with a reason, and then nobody owes anything by it', () => {
    simulated.submit(OWNER, plan());
    simulated.submit(OWNER, { type: 'cancelMeeting', meeting: 'm1', reason: 'text:r' });
    expect(debt('meeting.outcome:m1').state).toBe('MET');
    expect(simulated.state().meetings).toMatchObject([{ state: 'CANCELLED', cancelled: { reason: 'text:r' } }]);
  });

  it('waits in no pause, since its day is agreed', () => {
    simulated.submit(OWNER, plan({ on: '2027-01-20' }));
    const approvedBy = 'leder.helse';
    simulated.submit(approvedBy, { type: 'suspend', reason: 'text:r', resumeOn: '2027-03-01', approvedBy });
    expect(debt('meeting.outcome:m1')).toMatchObject({ dueOn: '2027-01-22', state: 'OPEN' });
  });

  it.each([
    ['in the past', plan({ on: '2027-01-08' }), 'in-the-past'],
    ['earlier today', plan({ on: '2027-01-11', at: '08:30' }), 'in-the-past'],
    ['on a Sunday', plan({ on: '2027-01-17' }), 'out-of-range'],
    ['beyond the calendar', plan({ on: '2101-01-03' }), 'out-of-range'],
    ['of no kind there is', plan({ template: 'constructor' }), 'out-of-range'],
    ['of another phase', plan({ template: 'STATUS' }), 'not-in-phase'],
  ])('is refused %s', (_when, body, code) => {
    expect(simulated.trySubmit(OWNER, body)?.code).toBe(code);
  });

  it('is planned once, held once, and not held before its day', () => {
    simulated.submit(OWNER, plan());
    expect(simulated.trySubmit(OWNER, plan())?.code).toBe('superseded');
    expect(simulated.trySubmit(OWNER, hold())?.code).toBe('held');
    days(3);
    simulated.submit(OWNER, hold());
    expect(simulated.trySubmit(OWNER, hold())?.code).toBe('superseded');
    const move = { type: 'moveMeeting', meeting: 'm1', on: '2027-01-20', at: '10:00', reason: 'text:r' } as const;
    expect(simulated.trySubmit(OWNER, move)?.code).toBe('superseded');
    expect(simulated.trySubmit(OWNER, { type: 'cancelMeeting', meeting: 'm2', reason: 'text:r' })?.code).toBe(
      'not-found',
    );
  });

  it('is nothing that the entrepreneur or a stranger plans', () => {
    expect(simulated.trySubmitAs(ENTREPRENEUR, plan())?.code).toBe('not-yours');
    expect(simulated.trySubmit('saksbehandler.kultur', plan())?.code).toBe('not-yours');
  });
});

describe('a meeting that nobody planned', () => {
  it('is held by one command, and counts as its fact', () => {
    held([], { template: 'CLARIFICATION' });
    expect(simulated.state().meetings).toMatchObject([{ id: 'm1', template: 'CLARIFICATION', state: 'HELD' }]);
    expect(debt('firstContact.meeting').state).toBe('MET');
  });

  it('is registered once, and with the kind or the meeting that it was, not both', () => {
    held([]);
    const again = { type: 'holdMeeting', template: 'FREE', on: '2027-01-11', present: [HERS], nextSteps: [] } as const;
    expect(simulated.trySubmit(OWNER, again)?.code).toBe('superseded');
    expect(simulated.trySubmit(OWNER, { ...again, meeting: 'm1' })?.code).toBe('out-of-range');
    const { template: _none, ...neither } = again;
    expect(simulated.trySubmit(OWNER, neither)?.code).toBe('out-of-range');
    expect(simulated.trySubmit(OWNER, { ...again, on: '2027-01-13' })?.code).toBe('in-the-future');
  });
});

describe('what was agreed in a meeting', () => {
  it('is owed by its owner, each part by its own day: a person, a unit, the entrepreneur', () => {
    held([
      agreed({ person: 'saksbehandler.nav' }),
      agreed({ unit: 'kultur' }, '2027-01-22'),
      agreed(HERS, '2027-01-18'),
    ]);
    expect(owes('meeting.step:s1')).toMatchObject({ unit: 'nav', user: 'saksbehandler.nav' });
    expect(owes('meeting.step:s2')).toEqual({ party: 'MUNICIPALITY', role: 'leder', unit: 'kultur' });
    expect(owes('meeting.herStep:s3')).toMatchObject({ party: 'ENTREPRENEUR', user: 'entreprenor.01' });
    expect(['meeting.step:s1', 'meeting.step:s2', 'meeting.herStep:s3'].map((id) => debt(id).dueOn)).toEqual([
      FRIDAY,
      '2027-01-22',
      '2027-01-18',
    ]);
  });

  it('goes with the case where its owner has it', () => {
    held([agreed({ person: OWNER })]);
    simulated.submit('leder.helse', { type: 'assignOwner', owner: 'saksbehandler2.helse' });
    expect(owes('meeting.step:s1')).toMatchObject({ user: 'saksbehandler2.helse' });
    simulated.submit('saksbehandler2.helse', { type: 'completeNextStep', step: 's1' });
    expect(debt('meeting.step:s1').state).toBe('MET');
  });

  it('lets whoever owes it, and the leader of their unit, read the case, and no colleague', () => {
    held([agreed({ person: 'saksbehandler.nav' }), agreed({ unit: 'kultur' })]);
    const reads = (user: string) => canRead(simulated.state(), { user, grants: demoCommandPeople[user]?.grants ?? [] });
    expect(['saksbehandler.nav', 'leder.kultur', 'saksbehandler2.nav', 'leder.nav'].filter(reads)).toEqual([
      'saksbehandler.nav',
      'leder.kultur',
      'leder.nav',
    ]);
  });

  it('is kept when its owner says that it is done, and nobody else says so', () => {
    held([agreed({ person: 'saksbehandler.nav' }), agreed({ unit: 'kultur' }), agreed(HERS)]);
    const done = (step: string) => ({ type: 'completeNextStep', step }) as const;
    expect(simulated.trySubmit(OWNER, done('s1'))?.code).toBe('not-yours');
    expect(simulated.trySubmitAs(ENTREPRENEUR, done('s2'))?.code).toBe('not-yours');
    expect(simulated.trySubmit('leder.kultur', done('s3'))?.code).toBe('not-yours');
    simulated.submit('saksbehandler.nav', done('s1'));
    simulated.submit('leder.kultur', done('s2'));
    expect(simulated.trySubmitAs(ENTREPRENEUR, done('s3'))).toBeNull();
    expect(
      simulated
        .state()
        .deadlines.filter(({ kind }) => kind.startsWith('meeting.'))
        .map(({ state }) => state),
    ).toEqual(['MET', 'MET', 'MET']);
    expect(promiseState(debt('meeting.step:s1'))).toBe('KEPT');
    expect(simulated.trySubmit('saksbehandler.nav', done('s1'))?.code).toBe('superseded');
    expect(simulated.trySubmit(OWNER, done('s9'))?.code).toBe('not-found');
  });

  it('is answered for by the leader of the unit when its owner has left', () => {
    held([agreed({ person: 'saksbehandler.nav' })]);
    const users = demoDirectory.users.map((it) =>
      it.id === 'saksbehandler.nav' ? { ...it, left: true as const } : it,
    );
    const left = { ...demoDirectory, users };
    expect(stepFor(newestProcess, simulated.state(), left, debt('meeting.step:s1'), simulated.now())?.by[0]?.user).toBe(
      'leder.nav',
    );
    simulated.submit('leder.nav', { type: 'completeNextStep', step: 's1' });
    expect(debt('meeting.step:s1').state).toBe('MET');
  });

  it('by the entrepreneur may be said to be done by whoever has the case for her', () => {
    held([agreed(HERS)]);
    expect(stepOf('meeting.herStep:s1')).toMatchObject({ command: 'completeNextStep', body: { step: 's1' } });
    expect(stepOf('meeting.herStep:s1')?.by[0]?.user).toBe(OWNER);
    simulated.submit(OWNER, { type: 'completeNextStep', step: 's1' });
    expect(debt('meeting.herStep:s1').state).toBe('MET');
  });

  it('is moved with a reason before its day by whoever owes it, and by nobody else than whoever has the case', () => {
    held([agreed({ person: 'saksbehandler.nav' }), agreed(HERS)]);
    const move = (deadline: string) => ({ type: 'extend', deadline, until: '2027-01-22', reason: 'text:r' }) as const;
    expect(simulated.trySubmitAs(ENTREPRENEUR, move('meeting.step:s1'))?.code).toBe('not-yours');
    expect(simulated.trySubmit('saksbehandler.nav', move('meeting.herStep:s2'))?.code).toBe('not-yours');
    expect(simulated.trySubmit('saksbehandler.nav', move('firstContact.meeting'))?.code).toBe('not-yours');
    simulated.submit('saksbehandler.nav', move('meeting.step:s1'));
    expect(simulated.trySubmitAs(ENTREPRENEUR, move('meeting.herStep:s2'))).toBeNull();
    expect(['meeting.step:s1', 'meeting.herStep:s2'].map((id) => debt(id).dueOn)).toEqual(['2027-01-22', '2027-01-22']);
    expect(promiseState(debt('meeting.step:s1'))).toBe('MOVED');
  });

  it('that was missed stays not kept; a new date is approved, and the delay is explained', () => {
    held([agreed({ person: 'saksbehandler.nav' })]);
    days(7);
    expect(promiseState(debt('meeting.step:s1'))).toBe('MISSED');
    expect(debt('delay.explain:meeting.step:s1').state).toBe('OPEN');
    const move = { type: 'extend', deadline: 'meeting.step:s1', until: '2027-01-29', reason: 'text:r' } as const;
    expect(simulated.trySubmit('saksbehandler.nav', move)?.code).toBe('not-yours');
    simulated.submit(OWNER, move);
    expect(simulated.state().approvals).toMatchObject([{ kind: 'EXTEND', deadline: 'meeting.step:s1' }]);
    simulated.submit('leder.helse', { type: 'answerApproval', approval: 'a1', yes: true, reason: 'text:r' });
    expect(debt('meeting.step:s1').dueOn).toBe('2027-01-29');
    expect(promiseState(debt('meeting.step:s1'))).toBe('MISSED');
  });

  it('is given to another by a manager, who then says that it is done', () => {
    held([agreed({ person: 'saksbehandler.nav' })]);
    const give = { type: 'actOn', deadline: 'meeting.step:s1', act: 'GIVE', person: 'saksbehandler2.helse' } as const;
    simulated.submit('leder.helse', give);
    expect(owes('meeting.step:s1')).toMatchObject({ user: 'saksbehandler2.helse' });
    expect(stepOf('meeting.step:s1')?.by[0]?.user).toBe('saksbehandler2.helse');
    simulated.submit('saksbehandler2.helse', { type: 'completeNextStep', step: 's1' });
    expect(debt('meeting.step:s1').state).toBe('MET');
  });

  it.each([
    ['yesterday', '2027-01-10', 'in-the-past'],
    ['a Sunday', '2027-01-17', 'out-of-range'],
    ['beyond the calendar', '2101-01-03', 'out-of-range'],
  ])('has no date that is %s, and says which', (_what, by, code) => {
    const nextSteps = [agreed(HERS), agreed(HERS, by)];
    const body = { type: 'holdMeeting', template: 'FREE', on: '2027-01-11', present: [HERS], nextSteps } as const;
    const refusal = simulated.trySubmit(OWNER, body);
    expect([refusal?.code, refusal?.more?.['errors']]).toMatchObject([code, [{ pointer: '/nextSteps/1/by' }]]);
    expect(simulated.state().meetings).toBeUndefined();
  });

  it('rests while the case is on hold, and ends with a case that is stopped', () => {
    held([agreed({ person: 'saksbehandler.nav' }), agreed(HERS)]);
    const approvedBy = 'leder.helse';
    simulated.submit(approvedBy, { type: 'suspend', reason: 'text:r', resumeOn: '2027-02-01', approvedBy });
    expect([debt('meeting.step:s1').state, debt('meeting.herStep:s2').state]).toEqual(['PAUSED', 'PAUSED']);
    simulated.submit('kommunalsjef.velferd', { type: 'stop', reason: 'text:r' });
    expect([debt('meeting.step:s1').state, debt('meeting.herStep:s2').state]).toEqual(['CANCELLED', 'CANCELLED']);
    expect(simulated.trySubmit('saksbehandler.nav', { type: 'completeNextStep', step: 's1' })?.code).toBe('superseded');
  });
});
