import { describe, expect, it } from '@jest/globals';
import { checklist } from '#domain/gate/checklist.js';
import { newestProcess } from '#processes/versions.js';
import { advanceUntil } from '#support/advance-until.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const start = '2027-01-11T08:00:00.000Z';

const legalTicks = Object.entries(newestProcess.items).filter(
  ([, { requirement, metBy }]) => requirement === 'LEGAL' && 'tick' in metBy,
);

/** Where the item stands on the checklist of the gate that the case is at. */
function at(item: string): SimulatedCase {
  const gate = Object.entries(newestProcess.gates).find(([, { items }]) => items.includes(item))?.[0];
  const simulated = openSimulatedCase(start, { unit: 'helse' });
  advanceUntil(simulated, (state) => state.gate === gate);
  return simulated;
}

describe('a tick that the law asks for', () => {
  it('is looked for in every gate', () => expect(legalTicks.length).toBeGreaterThan(5));

  it.each(legalTicks.map(([item]) => [item]))('%s is never a bare tick of the owner', (item) => {
    const simulated = at(item);
    const { owner } = simulated.state();
    const bare = simulated.trySubmit(owner, { type: 'tickItem', item });
    expect(['legal-item', 'not-yours', 'forbidden']).toContain(bare?.code);
    if (bare?.code === 'legal-item') expect(bare.unblock).toMatchObject({ command: 'tickItem', item });
    expect(simulated.state().items[item]).toBeUndefined();
  });

  it('shows its proof where the tick is', () => {
    const simulated = at('enquiryJournaled');
    simulated.submit('mottak', { type: 'tickItem', item: 'enquiryJournaled', reference: 'text:journal' });
    const entry = checklist(newestProcess, simulated.state()).find(({ item }) => item === 'enquiryJournaled');
    expect(entry).toMatchObject({ state: 'DONE', by: 'mottak', reference: 'text:journal' });
  });

  it('is met by the named adviser, who is not the owner, without more', () => {
    const simulated = at('pilotProcurement');
    expect(simulated.trySubmit('innkjoper', { type: 'tickItem', item: 'pilotProcurement' })).toBeNull();
  });
});

describe('impartiality', () => {
  it('declared "no" keeps the gate closed until somebody else has the case and says yes', () => {
    const simulated = at('impartialityChecked');
    simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    const declare = (user: string, impartial: boolean) =>
      simulated.submit(user, { type: 'registerFact', fact: 'impartialityDeclared', data: { impartial } });
    const stands = () =>
      checklist(newestProcess, simulated.state()).find(({ item }) => item === 'impartialityChecked')?.state;
    declare('saksbehandler.helse', false);
    expect(stands()).toBe('OPEN');
    declare('leder.helse', true);
    expect(stands()).toBe('OPEN');
    simulated.submit('leder.helse', { type: 'assignOwner', owner: 'saksbehandler2.helse' });
    declare('saksbehandler2.helse', true);
    expect(stands()).toBe('DONE');
  });
});

describe('operation', () => {
  it('has not started before there is an agreement', () => {
    expect(newestProcess.facts['operationStarted']?.requires).toContain('agreementSigned');
  });
});
