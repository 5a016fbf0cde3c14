import { describe, expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { carryingDebts } from '#domain/deadline/carrying-debts.js';
import { coreOf } from '#domain/process/process-core.js';
import { newestProcess } from '#processes/versions.js';
import { advanceUntil } from '#support/advance-until.js';
import { daysLater, openSimulatedCase } from '#support/simulated-case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const core = coreOf(newestProcess);
const MANAGER = 'leder.helse';
const reason = 'text:r';

const carried = (simulated: SimulatedCase): string[] =>
  carryingDebts(core, simulated.state()).map(({ kind, owedBy }) => `${kind} by ${owedBy.role}`);
const current = (simulated: SimulatedCase) => simulated.state().handovers.at(-1);
const resolve = (simulated: SimulatedCase, body: Partial<CommandBody>) =>
  simulated.trySubmit(MANAGER, { type: 'resolveLapsed', reason, ...body } as CommandBody);

/** The handover out of first contact, which its receivers never answer. */
function lapsedCase(): SimulatedCase {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  advanceUntil(simulated, ({ handovers }) => handovers.at(-1)?.state === 'SENT');
  simulated.advanceTo(daysLater(simulated.now(), 70));
  expect(current(simulated)?.state).toBe('LAPSED');
  return simulated;
}

describe('a handover that nobody answers', () => {
  it('is the sender’s manager’s to choose about, and nothing else is drafted or decided until then', () => {
    const simulated = lapsedCase();
    expect(carried(simulated)).toEqual(['handover.choice by manager']);
    expect(simulated.next().map(({ label, by }) => [label.nb, by[0]?.user])).toEqual(
      expect.arrayContaining([
        ['Gi mer tid til å svare', MANAGER],
        ['Send til andre mottakere', MANAGER],
        ['Ta overleveringen tilbake', MANAGER],
        ['Stans saken', MANAGER],
      ]),
    );
    const { owner } = simulated.state();
    expect(simulated.trySubmit(owner, { type: 'resolveLapsed', choice: 'STOP', reason })?.code).toBe('forbidden');
    const redraft: CommandBody = { type: 'draftHandover', purpose: 'PHASE', receivers: [], package: 'text:p' };
    expect(simulated.trySubmit(owner, redraft)).toMatchObject({
      code: 'handover-open',
      unblock: { command: 'resolveLapsed' },
    });
    simulated.advanceTo(daysLater(simulated.now(), 20));
    expect(simulated.eventsOfType('escalated').at(-1)?.data.deadline).toBe('handover.choice:h1');
  });

  it('gets more time: it is open again, owed by a date, and lapses and is chosen about again when that passes', () => {
    const simulated = lapsedCase();
    const tomorrow = workingDayOnOrAfter(osloDateOf(daysLater(simulated.now(), 1)));
    expect(resolve(simulated, { choice: 'EXTEND', until: osloDateOf(simulated.now()) })?.code).toBe('in-the-past');
    expect(resolve(simulated, { choice: 'EXTEND', until: '2101-01-01' })?.code).toBe('out-of-range');
    expect(resolve(simulated, { choice: 'EXTEND' })?.code).toBe('out-of-range');
    expect(resolve(simulated, { choice: 'EXTEND', until: tomorrow })).toBeNull();
    expect(current(simulated)).toMatchObject({ id: 'h1', state: 'SENT' });
    expect(carried(simulated)).toEqual(['handover.answerAgain by receiver']);
    expect(simulated.state().deadlines.find(({ id }) => id === 'handover.answerAgain:h1:0')?.dueOn).toBe(tomorrow);
    simulated.advanceTo(daysLater(simulated.now(), 40));
    expect(current(simulated)?.state).toBe('LAPSED');
    expect(carried(simulated)).toEqual(['handover.choice by manager']);
    expect(
      resolve(simulated, { choice: 'EXTEND', until: workingDayOnOrAfter(osloDateOf(daysLater(simulated.now(), 3))) }),
    ).toBeNull();
    expect(carried(simulated)).toEqual(['handover.answerAgain by receiver']);
    simulated.submit(current(simulated)?.receivers[0]?.person ?? '', { type: 'acceptHandover' });
    expect(simulated.state().phase).toBe('MENTORING');
    expect(resolve(simulated, { choice: 'STOP' })?.code).not.toBeUndefined();
  });

  it('goes with the same package to other receivers, who owe the answer', () => {
    const simulated = lapsedCase();
    const sections = current(simulated)?.package;
    const { owner } = simulated.state();
    const to = (unit: string, person: string) => ({ choice: 'REASSIGN' as const, receivers: [{ unit, person }] });
    expect(resolve(simulated, { choice: 'REASSIGN' })?.code).toBe('out-of-range');
    expect(resolve(simulated, to('helse', owner))?.code).toBe('out-of-range');
    const silent = current(simulated)?.receivers.map(({ person }) => person);
    const step = simulated.next().find(({ body }) => body['choice'] === 'REASSIGN');
    const proposed = step?.body['receivers'] as { unit: string; person: string }[];
    expect(proposed.filter(({ person }) => silent?.includes(person) || person === MANAGER)).toEqual([]);
    const again = lapsedCase();
    expect(resolve(again, { choice: 'REASSIGN', receivers: proposed })).toBeNull();
    expect(resolve(simulated, to('stab', 'mentorkoordinator'))).toBeNull();
    expect(current(simulated)).toMatchObject({ id: 'h2', state: 'SENT', package: sections, sentBy: MANAGER });
    expect(carried(simulated)).toEqual(['handover.answer by receiver']);
    simulated.submit('mentorkoordinator', { type: 'acceptHandover' });
    expect(simulated.state()).toMatchObject({ phase: 'MENTORING', owner: 'mentorkoordinator' });
  });

  it('is taken back: the decision is set aside, and the decider is asked again', () => {
    const simulated = lapsedCase();
    expect(resolve(simulated, { choice: 'TAKE_BACK' })).toBeNull();
    expect(simulated.state()).toMatchObject({ decision: null, gateStands: 'READY', phase: 'FIRST_CONTACT' });
    expect(carried(simulated)).toEqual(['gate.decide by decider']);
    expect(resolve(simulated, { choice: 'STOP' })?.code).toBe('no-open-handover');
  });

  it('stops the case', () => {
    const simulated = lapsedCase();
    expect(resolve(simulated, { choice: 'STOP' })).toBeNull();
    expect(simulated.state().state).toBe('STOPPED');
  });

  it('was answered by none of them: what they owed is over, and not met', () => {
    const simulated = openSimulatedCase('2027-01-11T09:00:00.000Z', { unit: 'helse', owner: 'mottak' });
    advanceUntil(simulated, ({ phase }) => phase === 'PILOT');
    advanceUntil(
      simulated,
      ({ handovers }) => handovers.at(-1)?.state === 'SENT' && handovers.at(-1)!.receivers.length > 1,
    );
    simulated.advanceTo(daysLater(simulated.now(), 70));
    const answers = simulated
      .state()
      .deadlines.filter(
        ({ kind, basis }) => kind === 'handover.answer' && basis.about?.id === simulated.state().handovers.at(-1)?.id,
      );
    expect(answers.map(({ state, metAt }) => [state, metAt])).toEqual([
      ['CANCELLED', undefined],
      ['CANCELLED', undefined],
    ]);
  });

  it('that was a transfer just stays where it is when it is taken back', () => {
    const simulated = openSimulatedCase('2027-01-11T09:00:00.000Z', { unit: 'helse', owner: 'mottak' });
    simulated.submit('mottak', {
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers: [{ unit: 'kultur', person: 'leder.kultur' }],
      package: 'text:p',
    });
    simulated.submit('mottak', { type: 'sendHandover' });
    simulated.advanceTo(daysLater(simulated.now(), 70));
    expect(carried(simulated)).toContain('handover.choice by manager');
    expect(resolve(simulated, { choice: 'TAKE_BACK' })).toBeNull();
    expect(simulated.state()).toMatchObject({ owner: 'mottak', unit: 'helse' });
    expect(carried(simulated)).toEqual(['gate.prepare by owner']);
  });
});

describe('a gate', () => {
  it('that is ready and undecided reminds the decider, then goes above them', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    advanceUntil(simulated, ({ gateStands }) => gateStands === 'READY');
    simulated.advanceTo(daysLater(simulated.now(), 25));
    const told = simulated.events.flatMap((event) =>
      (event.type === 'reminderDue' || event.type === 'escalated') && event.data.deadline.startsWith('gate.decide')
        ? [`${event.type} ${event.data.rung} ${event.data.to.join()}`]
        : [],
    );
    expect(told).toEqual([
      'reminderDue before-1 manager-of:helse',
      'reminderDue due manager-of:helse',
      'escalated manager above:helse',
      'escalated director above:helse',
    ]);
  });

  it('that is decided and never sent reminds the owner, then tells the manager and the director', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    advanceUntil(simulated, ({ decision }) => decision !== null);
    simulated.advanceTo(daysLater(simulated.now(), 20));
    const told = simulated.events.flatMap((event) =>
      (event.type === 'reminderDue' || event.type === 'escalated') && event.data.deadline.startsWith('handover.send')
        ? [event.data.rung]
        : [],
    );
    expect(told).toEqual(['before-1', 'due', 'manager', 'director']);
  });

  it('that was refused is the owner’s, who asks again; the same decider then owes the decision', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    advanceUntil(simulated, ({ gateStands }) => gateStands === 'READY');
    const { owner } = simulated.state();
    const ask: CommandBody = { type: 'askDecision', note: 'text:n' };
    expect(simulated.trySubmit(owner, ask)?.code).toBe('not-in-phase');
    simulated.submit(MANAGER, { type: 'decideGate', decision: 'REFUSE', reason });
    expect(carried(simulated)).toEqual(['gate.whatNow by owner']);
    expect(simulated.next()[0]).toMatchObject({ command: 'askDecision', by: [{ user: owner }, {}] });
    const fit = simulated.state().facts.findLast(({ fact }) => fact === 'fitAssessed')?.seq ?? 0;
    simulated.submit(owner, { type: 'retractFact', event: fit, reason });
    expect(carried(simulated)).toEqual(['gate.whatNow by owner']);
    simulated.submit(owner, ask);
    expect(carried(simulated)).toEqual(['gate.prepare by owner']);
    simulated.submit(owner, { type: 'registerFact', fact: 'fitAssessed', data: {} });
    expect(carried(simulated)).toEqual(['gate.decide by decider']);
  });
});
