import { describe, expect, it } from '@jest/globals';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { decide } from '#domain/case/decide.js';
import { coreOf } from '#domain/process/process-core.js';
import { newestProcess } from '#processes/versions.js';
import { advanceUntil } from '#support/advance-until.js';
import { demoCommandPeople, openSimulatedCase } from '#support/simulated-case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const start = '2027-01-11T08:00:00.000Z';

function caseWhere(isReached: Parameters<typeof advanceUntil>[1]): SimulatedCase {
  const simulated = openSimulatedCase(start, { unit: 'helse' });
  advanceUntil(simulated, isReached);
  return simulated;
}

describe('a gate', () => {
  it('is decided by its decider only, and names the first thing that keeps it closed', () => {
    const simulated = openSimulatedCase(start, { unit: 'helse' });
    const proceed: CommandBody = { type: 'decideGate', decision: 'PROCEED', reason: 'text:r' };
    expect(simulated.trySubmit('saksbehandler.helse', proceed)?.code).toBe('forbidden');
    expect(simulated.trySubmit('kommunalsjef.velferd', proceed)?.code).toBe('forbidden');
    expect(simulated.trySubmit('leder.helse', proceed)).toMatchObject({
      code: 'gate-blocked',
      unblock: { command: 'assignOwner', item: 'caseHandler' },
    });
    expect(simulated.trySubmit('leder.helse', { ...proceed, toPhase: 'OPERATION' })?.code).toBe('out-of-range');
  });

  it('refused leaves the case where it is, to be decided again', () => {
    const simulated = caseWhere((state) => state.marks.some((mark) => mark.key === 'phase:MENTORING'));
    simulated.submit('leder.helse', { type: 'decideGate', decision: 'REFUSE', reason: 'text:r' });
    expect(simulated.state()).toMatchObject({ phase: 'MENTORING', gate: 'G2', decision: null });
  });

  it('lets a legal item never be waived, and a mandatory one by the decider alone, never for an own case', () => {
    const simulated = openSimulatedCase(start, { unit: 'helse' });
    const waive = (user: string, item: string) =>
      simulated.trySubmit(user, { type: 'waiveItem', item, reason: 'text:r' })?.code;
    expect(waive('leder.helse', 'impartialityChecked')).toBe('legal-item');
    simulated.submit('mottak', { type: 'assignOwner', owner: 'leder.helse' });
    expect(waive('leder.helse', 'answerSent')).toBe('forbidden');
    simulated.submit('leder.helse', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    expect(waive('saksbehandler.helse', 'answerSent')).toBe('forbidden');
    expect(waive('leder.helse', 'answerSent')).toBeUndefined();
    expect(waive('saksbehandler.helse', 'profileComplete')).toBeUndefined();
  });

  it('that was skipped by its decider says what was departed from', () => {
    const simulated = openSimulatedCase(start, { unit: 'helse' });
    simulated.submit('leder.helse', {
      type: 'decideGate',
      decision: 'PROCEED',
      toPhase: 'PROCUREMENT',
      reason: 'text:r',
    });
    expect(simulated.eventsOfType('gateDecided')[0]?.data.departed).toContain('nextStepChosen');
  });
});

describe('a handover to several', () => {
  const sent = (): SimulatedCase =>
    caseWhere(
      (state) => (state.handovers.at(-1)?.receivers.length ?? 0) > 1 && state.handovers.at(-1)?.state === 'SENT',
    );
  const people = (simulated: SimulatedCase): string[] =>
    simulated
      .state()
      .handovers.at(-1)
      ?.receivers.map((it) => it.person) ?? [];

  it('is complete only when all have accepted; until then the sender is accountable', () => {
    const simulated = sent();
    const { owner, phase } = simulated.state();
    const [first = '', ...others] = people(simulated);
    simulated.submit(first, { type: 'acceptHandover' });
    expect(simulated.state()).toMatchObject({ owner, phase });
    for (const other of others) simulated.submit(other, { type: 'acceptHandover' });
    expect(simulated.state().handovers.at(-1)?.state).toBe('ACCEPTED');
    expect(simulated.state().owner).toBe(first);
  });

  it('returned by one ends the round for all, and remembers who had accepted', () => {
    const simulated = sent();
    const { owner } = simulated.state();
    const [first = '', second = ''] = people(simulated);
    simulated.submit(first, { type: 'acceptHandover' });
    simulated.submit(second, { type: 'returnHandover', gaps: 'text:g' });
    expect(simulated.state()).toMatchObject({
      owner,
      handovers: expect.arrayContaining([expect.objectContaining({ state: 'RETURNED' })]),
    });
    expect(simulated.trySubmit(first, { type: 'acceptHandover' })?.code).toBe('no-open-handover');
    advanceUntil(simulated, (state) => state.handovers.at(-1)?.state === 'SENT');
    expect(
      simulated
        .state()
        .handovers.at(-1)
        ?.receivers.find((it) => it.person === first),
    ).toMatchObject({ state: 'WAITING', hadAccepted: true });
  });
});

describe('a hold', () => {
  it('bars the signing until the standstill is over, and says when that is', () => {
    const simulated = caseWhere((state) => state.phase === 'PROCUREMENT');
    const register = (fact: string, data = {}) =>
      simulated.trySubmit(simulated.state().owner, { type: 'registerFact', fact, data });
    expect(register('routeChosen', { route: 'PART_III_EEA' })).toBeNull();
    for (const fact of ['noticePublished', 'tendersEvaluated']) {
      const held = register(fact);
      if (held?.code === 'held') simulated.advanceTo(String(held.more?.until));
      if (held) expect(register(fact)).toBeNull();
    }
    advanceUntil(simulated, ({ gate, decision }) => gate === 'G5' && decision !== null);
    expect(register('awardNotified', { standstillDays: 10 })).toBeNull();
    const refused = register('agreementSigned');
    expect(refused?.code).toBe('held');
    simulated.advanceTo(String(refused?.more?.until));
    expect(register('agreementSigned')).toBeNull();
  });
});

describe('the clock goes first', () => {
  it('what was due before a command comes before it in history, stamped with when it was due', () => {
    const simulated = openSimulatedCase(start, { unit: 'helse' });
    const body: CommandBody = { type: 'assignOwner', owner: 'saksbehandler.helse' };
    const by = { user: 'leder.helse', grants: demoCommandPeople['leder.helse']?.grants ?? [] };
    const command = { id: 'c', hash: 'h', by, people: demoCommandPeople, body };
    const ctx = { core: coreOf(newestProcess), speed: 1, ruleLevel: RULE_LEVEL };
    const outcome = decide(ctx, simulated.state(), command, '2027-01-18T09:00:00.000Z');
    if (!outcome.ok) throw new Error(outcome.refusal.detail.nb);
    const types = outcome.events.map((event) => event.type);
    expect(types.indexOf('deadlineBreached')).toBeGreaterThanOrEqual(0);
    expect(types.indexOf('deadlineBreached')).toBeLessThan(types.indexOf('ownerAssigned'));
    expect(outcome.events.find((event) => event.type === 'deadlineBreached')?.at).toBe('2027-01-13T23:00:00.000Z');
  });
});
