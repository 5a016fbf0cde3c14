import { describe, expect, it } from '@jest/globals';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { isDuty } from '#domain/deadline/duties.js';
import { newestProcess } from '#processes/versions.js';
import { advanceUntil } from '#support/advance-until.js';
import { openSimulatedCase } from '#support/simulated-case.js';

const owes = (simulated: ReturnType<typeof openSimulatedCase>, role: string) =>
  debtor(newestProcess, simulated.state(), { owedBy: { party: 'MUNICIPALITY', role }, basis: {} });

describe('whose job something is', () => {
  it('is the one who has it in the case, else whoever holds the role', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'nav', owner: 'saksbehandler.nav' });
    expect(owes(simulated, 'mentor')).toMatchObject({ role: 'mentorkoordinator', unit: 'nav' });
    expect(owes(simulated, 'procurementOfficer')).toMatchObject({ role: 'innkjoper', unit: 'nav' });
    expect(owes(simulated, 'decider')).toMatchObject({ role: 'leder', unit: 'nav' });
    expect(owes(simulated, 'pilotLead')).toMatchObject({ role: 'owner', user: 'saksbehandler.nav' });
    simulated.submit('leder.nav', { type: 'addParty', party: 'pilotleder.nav', role: 'pilotleder' });
    expect(owes(simulated, 'pilotLead')).toMatchObject({ role: 'pilotleder', user: 'pilotleder.nav' });
  });

  it('is, for the time of a phase, whoever has the debt that carries the case', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    const owesPhase = () => {
      const measure = simulated.state().deadlines.find(({ kind }) => kind === 'firstContact.sla');
      return measure && debtor(newestProcess, simulated.state(), measure);
    };
    expect(owesPhase()).toMatchObject({ user: 'mottak' });
    advanceUntil(simulated, ({ gateStands }) => gateStands === 'READY');
    expect(owesPhase()).toEqual({ party: 'MUNICIPALITY', role: 'leder', unit: 'helse' });
    advanceUntil(simulated, ({ handovers }) => handovers.at(-1)?.state === 'SENT');
    expect(owesPhase()?.user).toBe(simulated.state().handovers.at(-1)?.receivers[0]?.person);
    simulated.advanceTo('2027-04-20T08:00:00.000Z');
    expect(owesPhase()).toEqual({ party: 'MUNICIPALITY', role: 'leder', unit: 'helse' });
  });

  it('is said in the document by words that the rules know', () => {
    const said = Object.values(newestProcess.deadlines).flatMap(({ owedBy, owedTo }) => [owedBy, owedTo]);
    const unknown = said.filter(
      ({ party, role }) => party === 'MUNICIPALITY' && !isDuty(role) && !(role in newestProcess.roles),
    );
    expect(unknown).toEqual([]);
  });

  it('may be done by whoever has it: a fact that meets the debt may be registered in the role', () => {
    const barred = Object.entries(newestProcess.deadlines).flatMap(([kind, { owedBy, ends }]) => {
      const facts = ends.flatMap((end) => newestProcess.facts[end.slice('fact:'.length)] ?? []);
      const roles = MAY_ACT_AS[owedBy.role] ?? [owedBy.role];
      const may = facts.some(({ by }) => by.some((who) => roles.includes(who.split('@')[0] ?? '')));
      return facts.length === 0 || may ? [] : [`${kind}: ${owedBy.role}`];
    });
    expect(barred).toEqual([]);
  });
});

/** The roles and relations in which whoever has a duty acts. */
const MAY_ACT_AS: Readonly<Record<string, readonly string[]>> = {
  mentorkoordinator: ['mentorkoordinator'],
  pilotLead: ['pilotleder'],
  procurementOfficer: ['innkjoper'],
  budgetHolder: ['leder', 'manager'],
  benefitOwner: ['leder', 'manager'],
  hostingLeader: ['leder'],
  operationOwner: ['driftsansvarlig'],
  contractManager: ['kontraktsforvalter'],
  leder: ['leder', 'manager'],
};
