import { describe, expect, it } from '@jest/globals';
import { carryingDebts } from '#domain/deadline/carrying-debts.js';
import { coreOf } from '#domain/process/process-core.js';
import { newestProcess } from '#processes/versions.js';
import { advanceUntil } from '#support/advance-until.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const core = coreOf(newestProcess);
const carried = (simulated: SimulatedCase) =>
  carryingDebts(core, simulated.state()).map(({ kind, owedBy }) => `${kind} by ${owedBy.role}`);

function caseWhere(isReached: Parameters<typeof advanceUntil>[1]): SimulatedCase {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  advanceUntil(simulated, isReached);
  return simulated;
}

describe('the debt that carries a case', () => {
  it('is its owner’s until the gate is ready, then the decider’s, and goes back when a blocker returns', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    expect(carried(simulated)).toEqual(['gate.prepare by owner']);
    advanceUntil(simulated, ({ gateStands }) => gateStands === 'READY');
    expect(carried(simulated)).toEqual(['gate.decide by decider']);
    const { owner, facts } = simulated.state();
    const fit = facts.findLast(({ fact }) => fact === 'fitAssessed')?.seq ?? 0;
    simulated.submit(owner, { type: 'retractFact', event: fit, reason: 'text:r' });
    expect(carried(simulated)).toEqual(['gate.prepare by owner']);
    simulated.submit(owner, { type: 'registerFact', fact: 'fitAssessed', data: {} });
    expect(carried(simulated)).toEqual(['gate.decide by decider']);
  });

  it('is the owner’s to send the handover once it is decided, and again when it is taken back', () => {
    const simulated = caseWhere(({ decision }) => decision !== null);
    expect(carried(simulated)).toEqual(['handover.send by owner']);
    advanceUntil(simulated, ({ handovers }) => handovers.at(-1)?.state === 'SENT');
    expect(carried(simulated)).toEqual(['handover.answer by receiver']);
    simulated.submit(simulated.state().owner, { type: 'withdrawHandover', reason: 'text:r' });
    expect(carried(simulated)).toEqual(['handover.send by owner']);
  });

  it('stays the owner’s when a transfer is accepted while a decided handover is not yet sent', () => {
    const simulated = caseWhere(({ decision }) => decision !== null);
    simulated.submit(simulated.state().owner, {
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers: [{ unit: 'kultur', person: 'leder.kultur' }],
      package: 'text:p',
    });
    simulated.submit(simulated.state().owner, { type: 'sendHandover' });
    simulated.submit('leder.kultur', { type: 'acceptHandover' });
    expect(simulated.state().owner).toBe('leder.kultur');
    expect(carried(simulated)).toEqual(['handover.send by owner']);
  });
});
