import { describe, expect, it } from '@jest/globals';
import { demoGrants, demoPeople, demoUnits } from '#infra/demo/municipality.js';
import { effectiveGrants } from './effective-grants.js';

const grants = effectiveGrants(demoGrants, demoUnits);
const units = (user: string, role: string): string[] =>
  (grants.get(user) ?? [])
    .filter((grant) => grant.role === role)
    .map(({ unit }) => unit)
    .sort();

describe('grants, flat', () => {
  it('a sector director directs every unit of the sector and leads the sector itself', () => {
    expect(units('kommunalsjef.velferd', 'kommunalsjef')).toEqual(['helse', 'hjemme', 'nav', 'sykehjem', 'velferd']);
    expect(units('kommunalsjef.velferd', 'leder')).toEqual(['velferd']);
  });

  it('the leader of the staff unit directs it and the units below, and leads only the staff unit', () => {
    expect(units('leder.stab', 'kommunalsjef')).toEqual(['innkjop', 'innovasjon', 'stab']);
    expect(units('leder.stab', 'leder')).toEqual(['stab']);
  });

  it('a role that a unit lacks is filled by nobody from the side', () => {
    expect(units('mentor.nav', 'mentor')).toEqual(['nav']);
    expect(units('saksbehandler.nav', 'saksbehandler')).toEqual(['nav']);
  });

  it('a unit without a leader borrows its director, else the chief executive, who decide and do not read or take by it', () => {
    const leadersWithout = (...gone: string[]) => {
      const left = demoGrants.filter(({ person }) => !gone.includes(person));
      return [...effectiveGrants(left, demoUnits)].flatMap(([person, held]) =>
        held.flatMap(({ role, unit, borrowed }) =>
          role === 'leder' && unit === 'helse' ? [{ person, borrowed }] : [],
        ),
      );
    };
    expect(leadersWithout()).toEqual([{ person: 'leder.helse' }]);
    expect(leadersWithout('leder.helse')).toEqual([{ person: 'kommunalsjef.velferd', borrowed: true }]);
    expect(leadersWithout('leder.helse', 'kommunalsjef.velferd')).toEqual([
      { person: 'kommunedirektor', borrowed: true },
    ]);
  });

  it('a role without a unit acts everywhere; one from outside acts nowhere else', () => {
    expect(units('innkjoper', 'innkjoper')).toHaveLength(demoUnits.length);
    expect(units('kommunedirektor', 'kommunedirektor')).toHaveLength(demoUnits.length);
    expect(units('entreprenor.01', 'entreprenor')).toEqual(['ekstern']);
  });

  it('everybody of the demonstration holds something, and has a number to ring', () => {
    for (const { id, phone } of demoPeople) {
      expect(grants.get(id)?.length).toBeGreaterThan(0);
      expect(phone).toMatch(/^\+47 \d/);
    }
    expect(new Set(demoPeople.map(({ phone }) => phone)).size).toBe(demoPeople.length);
  });
});
