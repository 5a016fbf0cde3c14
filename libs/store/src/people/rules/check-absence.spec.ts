import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { demoGrants, demoPeople, demoUnits } from '#infra/demo/municipality.js';
import { addDays } from '#domain/time.js';
import { PeopleRegister } from '../people-register.js';
import type { AbsenceRow } from '../absence-table.js';
import { checkAbsence } from './check-absence.js';

const FIRST = '2027-01-01';
const registerWith = (absences: readonly AbsenceRow[]) =>
  new PeopleRegister({ units: demoUnits, people: demoPeople, grants: demoGrants, absences });

const staff = ['mentor.nav', 'mentor.helse', 'leder.nav', 'leder.helse'];
const anAbsence: fc.Arbitrary<AbsenceRow> = fc
  .record({
    person: fc.constantFrom(...staff),
    start: fc.integer({ min: 0, max: 40 }),
    days: fc.option(fc.integer({ min: 0, max: 20 })),
    substitute: fc.option(fc.constantFrom(...staff)),
  })
  .map(({ person, start, days, substitute }) => {
    const from = addDays(FIRST, start);
    return { person, from, to: days === null ? null : addDays(from, days), substitute };
  });

const isAway = (absences: readonly AbsenceRow[], person: string, on: string): AbsenceRow | undefined =>
  absences.find((it) => it.person === person && it.from <= on && (it.to === null || on <= it.to));

describe('absences that are accepted', () => {
  it('never overlap, and on no day does standing in go round in a ring', () => {
    fc.assert(
      fc.property(fc.array(anAbsence, { maxLength: 12 }), (asked) => {
        const accepted = asked.reduce<AbsenceRow[]>(
          (said, absence) => (checkAbsence(registerWith(said), absence) ? said : [...said, absence]),
          [],
        );
        for (let day = 0; day < 70; day += 1) {
          const on = addDays(FIRST, day);
          for (const person of staff) {
            const today = accepted.filter((it) => it.person === person && isAway([it], person, on));
            expect(today.length).toBeLessThan(2);
            const line: string[] = [person];
            for (let at = today[0]?.substitute; at; at = isAway(accepted, at, on)?.substitute) {
              expect(line).not.toContain(at);
              line.push(at);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('have a substitute who is there on one day at least', () => {
    const away = (from: string, to: string | null): AbsenceRow => ({ person: 'leder.nav', from, to, substitute: null });
    const check = (to: string | null, others: readonly AbsenceRow[]) =>
      checkAbsence(registerWith(others), { person: 'mentor.nav', from: '2027-01-10', to, substitute: 'leder.nav' });
    expect(check('2027-01-20', [away('2027-01-10', '2027-01-19')])).toBeNull();
    expect(check('2027-01-20', [away('2027-01-01', '2027-01-14'), away('2027-01-16', null)])).toBeNull();
    expect(check('2027-01-20', [away('2027-01-01', '2027-01-15'), away('2027-01-16', null)])?.code).toBe('held');
    expect(check(null, [away('2027-01-01', '2099-01-01')])).toBeNull();
    expect(check(null, [away('2027-01-10', null)])?.pointer).toBe('/substitute');
  });

  it('are those of people who work here, and so are the substitutes', () => {
    const left = new Set(['mentor.nav', 'leder.nav']);
    const people = demoPeople.map((it) => (left.has(it.id) ? { ...it, deactivatedAt: new Date() } : it));
    const register = new PeopleRegister({ units: demoUnits, people, grants: demoGrants, absences: [] });
    const check = (person: string, substitute: string | null) =>
      checkAbsence(register, { person, from: '2027-01-10', to: null, substitute })?.pointer ?? null;
    expect(check('mentor.nav', null)).toBe('/person');
    expect(check('mentor.helse', null)).toBeNull();
    expect(['leder.nav', 'entreprenor.01', 'mentor.helse'].map((it) => check('mentor.helse', it))).toEqual([
      '/substitute',
      '/substitute',
      '/substitute',
    ]);
  });
});
