import { describe, expect, it } from '@jest/globals';
import { openSimulatedCase } from '#support/simulated-case.js';

describe('a case remembers', () => {
  it('the last 200 commands, each with what it led to: repeated, they change nothing', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    const deputies = ['leder.helse', 'saksbehandler2.helse'];
    const name = (n: number) => ({ type: 'nameDeputy', deputy: deputies[n % 2] ?? '' }) as const;
    for (let n = 1; n <= 203; n += 1) simulated.submit('saksbehandler.helse', name(n), `n${n}`);
    const { recentCommands, version, deputy } = simulated.state();
    expect(recentCommands).toHaveLength(200);
    for (const n of [4, 100, 202]) expect(simulated.trySubmit('saksbehandler.helse', name(n), `n${n}`)).toBeNull();
    expect(simulated.state()).toMatchObject({ version, deputy });
    expect(recentCommands[0]?.[0]).toBe('n4');
    expect(recentCommands.map(([, , ledTo]) => ledTo)).toEqual(
      recentCommands.map(([, , ledTo]) => ledTo).sort((a, b) => a - b),
    );
  });
});
