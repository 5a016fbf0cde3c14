import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { demoGrants, demoPeople, demoUnits } from '#infra/demo/municipality.js';
import { covers } from '#domain/period.js';
import { addDays } from '#domain/time.js';
import { PeopleRegister } from '../people-register.js';
import type { RoleGrantRow } from '../role-grant-table.js';
import { checkGrantEnd, checkGrant, isIndispensable } from './check-grant.js';

const TODAY = '2027-02-01';
const people = ['leder.nav', 'mentor.nav'];
const start = () => new PeopleRegister({ units: demoUnits, people: demoPeople, grants: demoGrants, absences: [] });
const leaders = (register: PeopleRegister) => register.grantsOfRole('leder').filter(({ unit }) => unit === 'nav');

/** Checks 100 days around TODAY. */
function holdsTwice(register: PeopleRegister, person: string): boolean {
  const held = register.grantsOf(person).filter(({ role }) => role === 'leder');
  const days = Array.from({ length: 100 }, (_, at) => addDays(TODAY, at - 40));
  return days.some((on) => held.filter((it) => covers(it, on)).length > 1);
}

type Step = {
  readonly give: boolean;
  readonly person: string;
  readonly day: number;
  readonly length: number | null;
  readonly nth: number;
};
const aStep: fc.Arbitrary<Step> = fc.record({
  give: fc.boolean(),
  person: fc.constantFrom(...people),
  day: fc.integer({ min: -1, max: 30 }),
  length: fc.option(fc.nat({ max: 10 })),
  nth: fc.nat({ max: 4 }),
});

describe('roles that are given and ended', () => {
  it('leave the unit with a leader on the day after every ending, and nobody with one role twice', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 25 }), (steps) => {
        const register = start();
        for (const { give, person, day, length, nth } of steps) {
          const on = addDays(TODAY, day);
          if (give) {
            const grant: RoleGrantRow = {
              person,
              role: 'leder',
              unit: 'nav',
              from: on,
              to: length === null ? null : addDays(on, length),
            };
            if (!checkGrant(register, grant, TODAY)) register.putGrant(grant);
          } else {
            const grant = leaders(register)[nth];
            if (!grant || checkGrantEnd(register, grant, on, TODAY)) continue;
            register.putGrant({ ...grant, to: on });
            expect(leaders(register).some((it) => covers(it, addDays(on, 1)))).toBe(true);
          }
          expect(people.filter((it) => holdsTwice(register, it))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of somebody who has left is no succession', () => {
    const left = demoPeople.map((it) => (it.id === 'mentor.nav' ? { ...it, deactivatedAt: new Date() } : it));
    const second: RoleGrantRow = { person: 'mentor.nav', role: 'leder', unit: 'nav', from: '2026-01-01', to: null };
    const [first] = demoGrants.filter(({ role, unit }) => role === 'leder' && unit === 'nav');
    const register = new PeopleRegister({
      units: demoUnits,
      people: left,
      grants: [...demoGrants, second],
      absences: [],
    });
    expect(checkGrantEnd(register, first!, TODAY, TODAY)?.code).toBe('held');
  });

  it('are not given in a unit that is closed by then', () => {
    const units = demoUnits.map((it) => (it.id === 'nav' ? { ...it, closedOn: '2027-06-01' } : it));
    const register = new PeopleRegister({ units, people: demoPeople, grants: demoGrants, absences: [] });
    const give = (to: string | null) =>
      checkGrant(register, { person: 'mentor.nav', role: 'pilotleder', unit: 'nav', from: TODAY, to }, TODAY);
    expect([give('2027-05-31'), give('2027-06-01')?.pointer, give(null)?.code]).toEqual([null, '/unit', 'held']);
  });

  it('leave a sector without a leader, but no unit that holds cases', () => {
    const lead = (unit: string): RoleGrantRow => ({ person: 'mentor.nav', role: 'leder', unit, from: TODAY, to: null });
    expect([isIndispensable(start(), lead('velferd')), isIndispensable(start(), lead('nav'))]).toEqual([false, true]);
    const register = start();
    register.putGrant(lead('velferd'));
    expect(checkGrantEnd(register, lead('velferd'), TODAY, TODAY)).toBeNull();
  });
});
