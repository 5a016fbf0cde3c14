import { describe, expect, it } from '@jest/globals';
import { advanceUntil } from '#support/advance-until.js';
import { followNextSteps } from '#support/follow-next-steps.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import { blockers } from '#domain/gate/blockers.js';
import { collaboration } from '#processes/collaboration/document.js';
import type { CommandBody } from '#domain/model/command.js';
import type { Refusal } from '#domain/model/refusal.js';
import type { GateId } from '#domain/process/process-document.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const start = '2027-01-11T08:00:00.000Z';

/** Decided at the gate, with the handover drafted and not sent; what rests on the decision is left undone. */
function draftedAt(gate: GateId, opening: Parameters<typeof openSimulatedCase>[1] = {}): SimulatedCase {
  const simulated = openSimulatedCase(start, { unit: 'helse', ...opening });
  advanceUntil(simulated, (state) => state.gate === gate && state.decision !== null);
  const { owner, decision } = simulated.state();
  const receivers = collaboration.gates[gate].outcomes.find(
    (it) => it.decision === decision?.decision && it.toPhase === decision.toPhase,
  )?.receivers;
  const people: Readonly<Record<string, readonly [string, string]>> = {
    mentorCoordinator: ['stab', 'mentorkoordinator'],
    contractManager: ['innkjop', 'kontraktsforvalter'],
    operationOwner: ['helse', 'driftsansvarlig.helse'],
    contractOwner: ['innkjop', 'kontraktsforvalter'],
    exampleEditor: ['stab', 'redaktor'],
  };
  simulated.submit(owner, {
    type: 'draftHandover',
    purpose: 'PHASE',
    receivers: (receivers ?? []).map(({ capacity }) => {
      const [unit = '', person = ''] = people[capacity] ?? [];
      return { unit, person };
    }),
    package: 'text:package',
  });
  return simulated;
}

const register = (simulated: SimulatedCase, fact: string, data = {}): Refusal | null =>
  simulated.trySubmit(simulated.state().owner, { type: 'registerFact', fact, data });
const send = (simulated: SimulatedCase): Refusal | null =>
  simulated.trySubmit(simulated.state().owner, { type: 'sendHandover' });

describe('decide, tell, hand over', () => {
  it('the answer to the enquiry waits for nothing: the letter of the decision is it', () => {
    const simulated = openSimulatedCase(start, { unit: 'helse' });
    advanceUntil(simulated, (state) => state.decision !== null);
    expect(simulated.state().facts.some(({ fact }) => fact === 'answerSent')).toBe(false);
    expect(blockers(collaboration, simulated.state())).toEqual([]);
    expect(simulated.eventsOfType('handoverReady')).toHaveLength(1);
  });

  it('where nobody reads letters, the decision is told by a person before the case is handed over', () => {
    const simulated = draftedAt('G1', { entrepreneur: null, origin: 'need' });
    expect(simulated.eventsOfType('handoverReady')).toEqual([]);
    expect(send(simulated)).toMatchObject({
      code: 'gate-blocked',
      unblock: { command: 'registerFact', fact: 'answerSent' },
    });
    expect(simulated.state().deadlines.find(({ kind }) => kind === 'decision.tell')?.state).toBe('OPEN');
    expect(simulated.next()[0]?.body).toMatchObject({ fact: 'answerSent' });
    expect(register(simulated, 'answerSent')).toBeNull();
    expect(simulated.state().deadlines.find(({ kind }) => kind === 'decision.tell')?.state).toBe('MET');
    expect(send(simulated)).toBeNull();
  });

  it('an agreement is decided, then signed and registered, then handed over', () => {
    const simulated = openSimulatedCase(start, { unit: 'helse' });
    advanceUntil(simulated, (state) => state.phase === 'PROCUREMENT');
    expect(register(simulated, 'agreementSigned')).toMatchObject({
      code: 'gate-blocked',
      unblock: { command: 'decideGate' },
    });
    const decided = draftedAt('G5');
    expect(send(decided)).toMatchObject({ code: 'gate-blocked', unblock: { fact: 'agreementSigned' } });
    expect(register(decided, 'agreementSigned')).toBeNull();
    expect(send(decided)).toMatchObject({ code: 'gate-blocked', unblock: { fact: 'agreementRegistered' } });
    expect(register(decided, 'agreementRegistered')).toBeNull();
    expect(send(decided)).toBeNull();
  });

  it('a conclusion is written down after it is taken, and before it is handed over', () => {
    const simulated = openSimulatedCase(start, { unit: 'helse' });
    advanceUntil(simulated, (state) => state.phase === 'EFFECT_EVALUATION');
    expect(register(simulated, 'decisionRecorded')?.code).toBe('gate-blocked');
    const decided = draftedAt('G7');
    expect(send(decided)).toMatchObject({ code: 'gate-blocked', unblock: { fact: 'decisionRecorded' } });
    expect(register(decided, 'decisionRecorded', { decision: 'CONTINUE' })).toBeNull();
    expect(send(decided)).toBeNull();
  });

  it('in a whole case every decision comes before what rests on it, and all of that before the handover', async () => {
    const simulated = openSimulatedCase(start);
    await followNextSteps({
      readCase: () => {
        const state = simulated.state();
        const stages = blockers(collaboration, state).map(({ item = '' }) => collaboration.items[item]?.stage);
        expect(stages.every((stage) => (stage === 'HANDOVER') === (state.decision !== null))).toBe(true);
        return { ...state, next: simulated.next() };
      },
      submit: (user, body) => simulated.submit(user, body as unknown as CommandBody),
      waitUntil: (instant) => simulated.advanceTo(instant),
    });
    const order = simulated.events
      .map(({ type }) => type)
      .filter((type) => type === 'gateDecided' || type === 'handoverReady' || type === 'handoverSent');
    expect(order.length).toBe(21);
    expect(
      order.every((type, at) => type === (['gateDecided', 'handoverReady', 'handoverSent'] as const)[at % 3]),
    ).toBe(true);
  });
});
