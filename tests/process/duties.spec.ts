import { describe, expect, it } from '@jest/globals';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { isDuty } from '#domain/deadline/duties.js';
import { newestProcess } from '#processes/versions.js';
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

  it('is said in the document by words that the rules know', () => {
    const said = Object.values(newestProcess.deadlines).flatMap(({ owedBy, owedTo }) => [owedBy, owedTo]);
    const unknown = said.filter(
      ({ party, role }) => party === 'MUNICIPALITY' && !isDuty(role) && !(role in newestProcess.roles),
    );
    expect(unknown).toEqual([]);
  });
});
