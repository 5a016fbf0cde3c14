import { describe, expect, it } from '@jest/globals';
import { checklist } from '#domain/gate/checklist.js';
import { newestProcess } from '#processes/versions.js';
import { advanceUntil } from '#support/advance-until.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const START = '2027-01-11T08:00:00.000Z';

const legalTicks = Object.entries(newestProcess.items).filter(
  ([, { requirement, metBy }]) => requirement === 'LEGAL' && 'tick' in metBy,
);

/** Where the item stands on the checklist of the gate that the case is at. */
function at(item: string): SimulatedCase {
  const gate = Object.entries(newestProcess.gates).find(([, { items }]) => items.includes(item))?.[0];
  const simulated = openSimulatedCase(START, { unit: 'helse' });
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
    const asked = () => simulated.state().deadlines.find(({ kind }) => kind === 'impartiality.replace');
    expect(asked()).toMatchObject({ state: 'OPEN', owedBy: { role: 'manager' } });
    const another = simulated.next().find(({ command }) => command === 'assignOwner');
    expect(another?.by.map(({ user }) => user)).toContain('leder.helse');
    declare('leder.helse', true);
    expect(stands()).toBe('OPEN');
    simulated.submit('leder.helse', { type: 'assignOwner', owner: 'saksbehandler2.helse' });
    expect(asked()?.state).toBe('MET');
    declare('saksbehandler2.helse', true);
    expect(stands()).toBe('DONE');
  });
});

describe('an evaluation group', () => {
  it('is impartial when each of its members has said so, and evaluates no sooner', () => {
    const simulated = at('impartiality');
    const { id } = simulated.state();
    const members = ['saksbehandler.kultur', 'saksbehandler.nav'];
    for (const party of members) simulated.submit('innkjoper', { type: 'addParty', party, role: 'evalueringsgruppe' });
    const declare = (user: string, impartial: boolean) => {
      const by = { user, grants: [], parties: [{ case: id, role: 'evalueringsgruppe' }] };
      return simulated.trySubmitAs(by, { type: 'registerFact', fact: 'impartialityDeclared', data: { impartial } });
    };
    const stands = () => checklist(newestProcess, simulated.state()).find(({ item }) => item === 'impartiality')?.state;
    const evaluate = () =>
      simulated.trySubmit('innkjoper', { type: 'registerFact', fact: 'tendersEvaluated', data: {} })?.unblock?.fact;
    simulated.submit('innkjoper', { type: 'registerFact', fact: 'impartialityDeclared', data: { impartial: true } });
    expect([stands(), evaluate()]).toEqual(['OPEN', 'impartialityDeclared']);
    const step = () => simulated.next().find(({ body }) => body['fact'] === 'impartialityDeclared');
    expect(
      step()
        ?.by.map(({ user }) => user)
        .sort(),
    ).toEqual(members);
    expect(declare(members[0] ?? '', true)).toBeNull();
    expect([stands(), evaluate()]).toEqual(['OPEN', 'impartialityDeclared']);
    expect(step()?.by.map(({ user }) => user)).toEqual([members[1]]);
    expect(declare(members[1] ?? '', false)).toBeNull();
    expect([stands(), evaluate()]).toEqual(['OPEN', 'impartialityDeclared']);
    expect(declare(members[1] ?? '', true)).toBeNull();
    expect([stands(), evaluate()]).toEqual(['DONE', undefined]);
  });
});

describe('operation', () => {
  const start = (simulated: SimulatedCase) =>
    simulated.trySubmit(simulated.state().owner, { type: 'registerFact', fact: 'operationStarted', data: {} });
  const standing = (simulated: SimulatedCase, item: string) =>
    checklist(newestProcess, simulated.state()).find((it) => it.item === item)?.state;
  /** In operation, without ever having signed. */
  function operated(route: string, atGate: (simulated: SimulatedCase) => void): SimulatedCase {
    const simulated = openSimulatedCase(START, { unit: 'helse' });
    advanceUntil(simulated, ({ gate }) => gate === 'G4');
    simulated.submit(simulated.state().owner, { type: 'registerFact', fact: 'routeChosen', data: { route } });
    advanceUntil(simulated, ({ gate }) => gate === 'G5');
    atGate(simulated);
    advanceUntil(simulated, ({ phase }) => phase === 'OPERATION');
    return simulated;
  }

  it('has not started before there is an agreement', () => {
    const simulated = operated('DIRECT_BELOW_THRESHOLD', () => undefined);
    const signed = simulated.state().facts.find(({ fact }) => fact === 'agreementSigned');
    simulated.submit(signed?.by ?? '', { type: 'retractFact', event: signed?.seq ?? 0, reason: 'text:r' });
    expect(start(simulated)).toMatchObject({ code: 'not-in-phase', unblock: { fact: 'agreementSigned' } });
  });

  it('needs none where the municipality runs it itself', () => {
    const simulated = operated('IN_HOUSE', (it) => expect(standing(it, 'agreementSigned')).toBe('NOT_APPLICABLE'));
    expect(simulated.state().facts.some(({ fact }) => fact === 'agreementSigned')).toBe(false);
    expect(start(simulated)).toBeNull();
  });

  it('needs none where the decider went without one, for a reason', () => {
    const simulated = operated('PARTNERSHIP_AGREEMENT', (it) => {
      it.submit('leder.helse', { type: 'assignOwner', owner: 'saksbehandler.helse' });
      for (const item of ['agreementSigned', 'agreementRegistered'])
        it.submit('leder.helse', { type: 'waiveItem', item, reason: 'text:r' });
      expect(standing(it, 'agreementSigned')).toBe('WAIVED');
    });
    expect(simulated.state().facts.some(({ fact }) => fact === 'agreementSigned')).toBe(false);
    expect(start(simulated)).toBeNull();
  });
});

describe('data protection', () => {
  it('is screened by its officer, whoever has the case', () => {
    const simulated = at('dpiaScreened');
    const screen = (user: string) =>
      simulated.trySubmit(user, { type: 'registerFact', fact: 'dpiaScreened', data: { personalData: false } });
    expect(screen(simulated.state().owner)?.code).toBe('not-yours');
    expect(screen('personvern')).toBeNull();
  });
});

describe('the receipt', () => {
  const stands = (simulated: SimulatedCase) =>
    checklist(newestProcess, simulated.state()).find(({ item }) => item === 'receiptSent')?.state;

  it('is what the form answers, at the moment it answers', () => {
    const simulated = openSimulatedCase(START);
    expect(simulated.eventsOfType('receiptSent').map(({ at: given }) => given)).toEqual([START]);
    expect(stands(simulated)).toBe('DONE');
  });

  it('is not given where somebody wrote the enquiry down, until they say so', () => {
    const simulated = openSimulatedCase(START, { by: 'mottak' });
    expect(simulated.eventsOfType('receiptSent')).toEqual([]);
    expect(stands(simulated)).toBe('OPEN');
    simulated.submit('mottak', { type: 'registerFact', fact: 'receiptSent', data: {} });
    expect(stands(simulated)).toBe('DONE');
  });
});

describe('the way out of first contact', () => {
  it('needs a contact who is not the front line', () => {
    const simulated = at('contactAndDeputy');
    simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    simulated.submit('saksbehandler.helse', { type: 'nameDeputy', deputy: 'saksbehandler2.helse' });
    const stands = () =>
      checklist(newestProcess, simulated.state()).find(({ item }) => item === 'contactAndDeputy')?.state;
    const owner = 'saksbehandler.helse';
    expect([simulated.state().contact, stands()]).toEqual([owner, 'DONE']);
    simulated.submit(owner, { type: 'changeContact', contact: 'mottak', note: 'text:n' });
    expect(stands()).toBe('OPEN');
    simulated.submit(owner, { type: 'changeContact', contact: 'saksbehandler2.helse', note: 'text:n' });
    expect(stands()).toBe('DONE');
  });
});

describe('the way out of mentoring', () => {
  it('needs a mentor, or a reason why there is none', () => {
    const simulated = at('mentorMatched');
    const stands = () =>
      checklist(newestProcess, simulated.state()).find(({ item }) => item === 'mentorMatched')?.state;
    expect(stands()).toBe('OPEN');
    const { owner } = simulated.state();
    expect(simulated.trySubmit(owner, { type: 'waiveItem', item: 'mentorMatched', reason: 'text:r' })).toBeNull();
    expect(stands()).toBe('WAIVED');
  });
});
