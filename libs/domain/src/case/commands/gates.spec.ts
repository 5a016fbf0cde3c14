import { describe, expect, it } from '@jest/globals';
import { collaboration } from '#processes/collaboration/document.js';
import { advanceUntil } from '#support/advance-until.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { GateId } from '../../process/process-document.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const reason = 'text:r';

function caseAt(gate: GateId): SimulatedCase {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  advanceUntil(simulated, (state) => state.gate === gate);
  return simulated;
}

describe('an item of the checklist', () => {
  it('is ticked and waived at its own gate only', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    const { gate } = simulated.state();
    const own = new Set(collaboration.gates[gate].items);
    const director = 'kommunalsjef.velferd';
    for (const item of Object.keys(collaboration.items).filter((it) => !own.has(it))) {
      expect([item, simulated.trySubmit(director, { type: 'tickItem', item })?.code]).toEqual([item, 'not-in-phase']);
      const waived = simulated.trySubmit(director, { type: 'waiveItem', item, reason });
      expect([item, waived?.code]).toEqual([item, 'not-in-phase']);
    }
  });
});

const isReady = ({ gateStands, gate }: ReturnType<SimulatedCase['state']>) => gate === 'G4' && gateStands === 'READY';

describe('a decision', () => {
  it('cannot be taken anew while the receivers of the last one are answering, nor after they accepted', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    advanceUntil(simulated, ({ handovers }) => handovers.at(-1)?.state === 'SENT');
    const decide = () => simulated.trySubmit('leder.helse', { type: 'decideGate', decision: 'REFUSE', reason })?.code;
    expect(decide()).toBe('handover-open');
    const [receiver] = simulated.state().handovers.at(-1)?.receivers ?? [];
    simulated.submit(receiver?.person ?? '', { type: 'acknowledgeHandover' });
    expect(simulated.state().handovers.at(-1)?.state).toBe('ACKNOWLEDGED');
    expect(decide()).toBe('handover-open');
  });

  it('stands until its handover is given up: a second one is refused, and says which stands', () => {
    const simulated = caseAt('G4');
    advanceUntil(simulated, ({ decision, gate }) => gate === 'G4' && decision !== null);
    const first = simulated.state().decision;
    const iterate = { type: 'decideGate', decision: 'ITERATE', reason } as const;
    expect(simulated.trySubmit('kommunalsjef.velferd', iterate)).toMatchObject({
      code: 'superseded',
      unblock: { command: 'draftHandover', role: 'owner' },
      more: { decision: first?.decision, decidedAt: first?.at },
    });
    expect(simulated.state().decision).toEqual(first);
    advanceUntil(simulated, ({ handovers }) => handovers.at(-1)?.state === 'SENT');
    simulated.submit(simulated.state().owner, { type: 'withdrawHandover', reason });
    expect(simulated.trySubmit('kommunalsjef.velferd', iterate)).toBeNull();
  });

  it('to go on with the pilot for another while is taken once', () => {
    const simulated = caseAt('G4');
    const iterate = { type: 'decideGate', decision: 'ITERATE', reason } as const;
    advanceUntil(simulated, isReady);
    expect(simulated.trySubmit('kommunalsjef.velferd', iterate)).toBeNull();
    advanceUntil(simulated, isReady);
    expect(simulated.trySubmit('kommunalsjef.velferd', iterate)?.code).toBe('out-of-range');
    expect(simulated.next().some(({ body }) => body['decision'] === 'ITERATE')).toBe(false);
  });

  it('made again needs again what its items ask for each time', () => {
    const simulated = caseAt('G4');
    advanceUntil(simulated, isReady);
    simulated.submit('kommunalsjef.velferd', { type: 'decideGate', decision: 'ITERATE', reason });
    const again = collaboration.gates.G4.items.filter((item) => collaboration.items[item]?.repeatOnReopen);
    expect(again.length).toBeGreaterThan(0);
    const scale = { type: 'decideGate', decision: 'SCALE', toPhase: 'PROCUREMENT', reason } as const;
    expect(simulated.trySubmit('kommunalsjef.velferd', scale)?.code).toBe('gate-blocked');
  });
});
