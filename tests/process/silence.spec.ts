import { describe, expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const HANDLER = 'saksbehandler.helse';
const MANAGER = 'leder.helse';
const REPLY = 'firstContact.preliminaryReply';

function askedCase(data: { readonly by?: string }): SimulatedCase {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: HANDLER });
  simulated.submit(HANDLER, { type: 'registerFact', fact: 'contactMade', data: {} });
  simulated.submit(HANDLER, { type: 'registerFact', fact: 'meetingHeld', data: {} });
  simulated.submit(HANDLER, { type: 'registerFact', fact: 'nextStepChosen', data: { step: 'MENTORING' } });
  simulated.submit(HANDLER, { type: 'requestInformation', what: ['text:w'], ...data });
  return simulated;
}

const deadline = (simulated: SimulatedCase, kind: string) => simulated.state().deadlines.find((it) => it.kind === kind);

const told = (simulated: SimulatedCase, kind: string): string[] =>
  simulated.events.flatMap((event) =>
    event.type === 'reminderDue' && event.data.deadline.startsWith(kind)
      ? [`${osloDateOf(event.at)} ${event.data.to.join()}`]
      : [],
  );

describe('an entrepreneur who is asked for information', () => {
  it('owes it by the date agreed, or in fifteen working days', () => {
    const agreed = deadline(askedCase({ by: '2027-01-20' }), 'information.answer');
    expect([agreed?.dueOn, agreed?.owedBy.party]).toEqual(['2027-01-20', 'ENTREPRENEUR']);
    expect(deadline(askedCase({}), 'information.answer')?.dueOn).toBe('2027-02-01');
  });

  it('and stays silent is reminded twice, told before the case falls asleep, and still owed the legal reply', () => {
    const simulated = askedCase({ by: '2027-01-20' });
    simulated.advanceTo('2027-03-01T08:00:00.000Z');
    expect(told(simulated, 'information.answer')).toEqual(['2027-01-13 entrepreneur', '2027-01-20 entrepreneur']);
    expect(told(simulated, 'information.dormancy')).toEqual(['2027-02-03 entrepreneur,owner']);
    const [dormant] = simulated.eventsOfType('caseWentDormant');
    expect([osloDateOf(dormant?.at ?? ''), dormant?.data.owed]).toEqual(['2027-02-11', [REPLY]]);
    expect(simulated.state().state).toBe('DORMANT');
    expect(deadline(simulated, REPLY)).toMatchObject({ state: 'BREACHED' });
    expect(deadline(simulated, REPLY)?.metAt).toBeUndefined();
    expect(deadline(simulated, 'escalation.choice')).toMatchObject({ state: 'BREACHED', owedBy: { role: 'manager' } });
    expect(simulated.events.some((it) => it.type === 'escalated' && it.data.to.includes('manager-of:helse'))).toBe(
      true,
    );
    simulated.submit(HANDLER, { type: 'registerFact', fact: 'answerSent', data: {} });
    expect(deadline(simulated, REPLY)?.metAt).toBeDefined();
    expect(deadline(simulated, 'escalation.choice')?.metAt).toBeDefined();
  });

  it('and answers after the date keeps the case awake', () => {
    const simulated = askedCase({ by: '2027-01-20' });
    simulated.advanceTo('2027-02-04T08:00:00.000Z');
    simulated.submit(HANDLER, { type: 'giveInformation', request: 'i1', item: 1, text: 'text:g' });
    simulated.advanceTo('2027-04-01T08:00:00.000Z');
    expect(simulated.state().state).toBe('OPEN');
  });
});

describe('a legal answer that was missed', () => {
  const missed = (): SimulatedCase => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    simulated.submit('mottak', { type: 'assignOwner', owner: HANDLER });
    simulated.advanceTo('2027-02-15T08:00:00.000Z');
    return simulated;
  };
  const choose = (simulated: SimulatedCase, body: Partial<CommandBody>) =>
    simulated.trySubmit(MANAGER, {
      type: 'chooseEscalated',
      deadline: REPLY,
      reason: 'text:r',
      ...body,
    } as CommandBody);
  const owedAfter = (simulated: SimulatedCase): string[] =>
    simulated
      .state()
      .deadlines.flatMap((it) =>
        it.kind.startsWith('escalation.') && it.metAt === undefined && it.state !== 'CANCELLED'
          ? [`${it.kind} by ${it.owedBy.role} on ${it.dueOn}`]
          : [],
      );

  it('is the manager’s to choose about within two working days, and each way is done and owed in turn', () => {
    expect(owedAfter(missed())).toEqual(['escalation.choice by manager on 2027-02-15']);

    const extended = missed();
    expect(choose(extended, { choice: 'EXTEND' })?.code).toBe('out-of-range');
    expect(choose(extended, { choice: 'EXTEND', until: '2027-02-15' })?.code).toBe('in-the-past');
    expect(choose(extended, { choice: 'EXTEND', until: '2027-02-19' })).toBeNull();
    expect(owedAfter(extended)).toEqual(['escalation.answer by owner on 2027-02-19']);
    expect(deadline(extended, REPLY)).toMatchObject({ state: 'BREACHED', dueOn: '2027-02-11' });

    const reassigned = missed();
    expect(choose(reassigned, { choice: 'REASSIGN', owner: HANDLER })?.code).toBe('same-person');
    expect(choose(reassigned, { choice: 'REASSIGN', owner: 'saksbehandler2.helse' })).toBeNull();
    expect(reassigned.state().owner).toBe('saksbehandler2.helse');
    expect(owedAfter(reassigned)).toEqual(['escalation.newOwner by owner on 2027-02-22']);

    const decided = missed();
    expect(choose(decided, { choice: 'DECIDE' })).toBeNull();
    expect(owedAfter(decided)).toEqual(['escalation.decide by manager on 2027-02-18']);
    decided.submit(MANAGER, { type: 'registerFact', fact: 'preliminaryReplySent', data: {} });
    expect(owedAfter(decided)).toEqual([]);
    expect(choose(decided, { choice: 'STOP' })?.code).toBe('superseded');

    const stopped = missed();
    expect(choose(stopped, { choice: 'STOP' })).toBeNull();
    expect(stopped.state().state).toBe('STOPPED');
    expect(owedAfter(stopped)).toEqual([]);
  });

  it('is no choice about what the law does not ask for, nor about what the case does not owe', () => {
    const simulated = missed();
    expect(choose(simulated, { choice: 'DECIDE', deadline: 'firstContact.meeting' })?.code).toBe('out-of-range');
    expect(choose(simulated, { choice: 'DECIDE', deadline: 'none' })?.code).toBe('not-found');
    const byOwner: CommandBody = { type: 'chooseEscalated', deadline: REPLY, choice: 'DECIDE', reason: 'text:r' };
    expect(simulated.trySubmit(HANDLER, byOwner)?.code).toBe('forbidden');
  });
});
