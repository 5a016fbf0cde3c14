import { describe, expect, it } from '@jest/globals';
import { advanceUntil } from '#support/advance-until.js';
import { openSimulatedCase } from '#support/simulated-case.js';

describe('who has a case', () => {
  it('is never a politician nor anybody from outside: neither as owner, as deputy nor as contact', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    for (const person of ['politikk', 'entreprenor.02', 'henviser', 'eier.nabo1']) {
      const asked = [
        simulated.trySubmit('leder.helse', { type: 'assignOwner', owner: person }),
        simulated.trySubmit('leder.helse', { type: 'nameDeputy', deputy: person }),
        simulated.trySubmit('leder.helse', { type: 'changeContact', contact: person, note: 'text:n' }),
      ];
      expect([person, ...asked.map((refusal) => refusal?.code)]).toEqual([
        person,
        ...Array<string>(3).fill('unknown-person'),
      ]);
    }
  });

  it('is given by the front line in first contact, and by nobody there when the case has gone on', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    expect(simulated.trySubmit('mottak', { type: 'assignOwner', owner: 'saksbehandler.helse' })).toBeNull();
    advanceUntil(simulated, ({ phase }) => phase === 'MENTORING');
    const { unit, owner } = simulated.state();
    const colleague = [`saksbehandler.${unit}`, `leder.${unit}`].find((it) => it !== owner) ?? '';
    expect(simulated.trySubmit('mottak', { type: 'assignOwner', owner: colleague })?.code).toBe('not-yours');
  });
});
