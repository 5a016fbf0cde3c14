import { describe, expect, it } from '@jest/globals';
import { demoGrants, demoUnits } from '#infra/demo/municipality.js';
import { withActingLeaders } from './acting-leaders.js';
import { effectiveGrants, ownGrants } from './effective-grants.js';

const deputy = (person: string, unit: string) => ({ person, role: 'nestleder', unit });
const given = [...demoGrants, deputy('saksbehandler.helse', 'helse'), deputy('mentor.nav', 'velferd')];
const unitsOf = (person: string, role: string, away: string[]) =>
  (effectiveGrants(withActingLeaders(given, new Set(away)), demoUnits).get(person) ?? [])
    .filter((grant) => grant.role === role)
    .map(({ unit }) => unit)
    .sort();

describe('a deputy leader', () => {
  it('leads the unit only while its leader is away', () => {
    expect(unitsOf('saksbehandler.helse', 'leder', [])).toEqual([]);
    expect(unitsOf('saksbehandler.helse', 'leder', ['leder.helse'])).toEqual(['helse']);
    expect(unitsOf('saksbehandler.helse', 'leder', ['leder.helse', 'saksbehandler.helse'])).toEqual([]);
  });

  it('of a sector directs it while the director is away', () => {
    expect(unitsOf('mentor.nav', 'kommunalsjef', ['kommunalsjef.velferd'])).toContain('sykehjem');
    expect(unitsOf('mentor.nav', 'kommunalsjef', [])).toEqual([]);
  });

  it('leads a unit that has no leader, which then borrows none', () => {
    const vacant = given.filter(({ person }) => person !== 'leder.helse');
    const flat = effectiveGrants(withActingLeaders(vacant, new Set()), demoUnits);
    const leaders = [...flat].filter(([, grants]) => grants.some((it) => it.role === 'leder' && it.unit === 'helse'));
    expect(leaders.map(([person]) => person)).toEqual(['saksbehandler.helse']);
  });
});

describe('a substitute of the leader', () => {
  const unitsLedBy = (person: string, away: readonly string[], grants = given) =>
    (
      effectiveGrants(
        withActingLeaders(grants, new Set(away), () => 'mentor.helse'),
        demoUnits,
      ).get(person) ?? []
    )
      .filter(({ role }) => role === 'leder')
      .map(({ unit }) => unit);

  it('leads the unit while every leader is away, unless it has a deputy leader at work', () => {
    expect(unitsLedBy('mentor.helse', ['leder.nav'])).toEqual(['nav']);
    expect(unitsLedBy('mentor.helse', ['leder.helse'])).toEqual([]);
    expect(unitsLedBy('mentor.helse', ['leder.helse', 'saksbehandler.helse'])).toEqual(['helse']);
    const second = { person: 'mentor.oppvekst', role: 'leder', unit: 'nav' };
    expect(unitsLedBy('mentor.helse', ['leder.nav'], [...given, second])).toEqual([]);
  });

  it('does not administer its people', () => {
    expect(ownGrants('mentor.helse', withActingLeaders(given, new Set(['leder.nav'])), demoUnits)).not.toContainEqual(
      expect.objectContaining({ role: 'leder' }),
    );
  });
});

describe("a person's own grants", () => {
  it('leave out what a unit without a leader borrows', () => {
    const vacant = given.filter(({ person }) => person !== 'leder.helse');
    expect(ownGrants('leder.nav', vacant, demoUnits)).toEqual([{ role: 'leder', unit: 'nav' }]);
    expect(ownGrants('kommunalsjef.velferd', vacant, demoUnits)).toContainEqual({
      role: 'kommunalsjef',
      unit: 'helse',
    });
  });
});
