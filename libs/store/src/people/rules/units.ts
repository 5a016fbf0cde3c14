import { isInYears } from '#domain/calendar/years.js';
import { hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import type { Register } from '../register.js';
import type { UnitRow } from '../unit.js';
import { broken } from './broken.js';
import type { Broken } from './broken.js';

/** Why a unit cannot be as given; the register may or may not know it already. */
export function unitBroken(register: Register, unit: UnitRow): Broken | null {
  const twin = [...register.units.values()].find(
    ({ id, name, closedOn }) => id !== unit.id && closedOn === null && name.toLowerCase() === unit.name.toLowerCase(),
  );
  if (twin) return broken('held', `Enheten «${twin.name}» finnes allerede.`, '/name');
  if (unit.parent === null) return null;
  const parent = register.units.get(unit.parent);
  if (!parent) return broken('unknown-person', `«${unit.parent}» er ingen enhet.`, '/parent');
  if (parent.closedOn !== null) return broken('held', `Enheten «${parent.name}» er nedlagt.`, '/parent');
  return lineUp(register, unit.parent).includes(unit.id)
    ? broken('out-of-range', 'En enhet kan ikke ligge under seg selv.', '/parent')
    : null;
}

/** What a unit still has keeps it open: cases, people, roles, open service areas and units below. */
export function closingBroken(
  register: Register,
  { id, name }: UnitRow,
  from: LocalDate,
  has: { readonly cases: number; readonly handovers: number; readonly areas: number },
): Broken | null {
  if (!isInYears(from)) return broken('out-of-range', 'Datoen er utenfor kalenderens år, 1900-2100.', '/closedOn');
  const people = [...register.people.values()].filter((it) => it.unit === id && it.deactivatedAt === null).length;
  const roles = [...register.people.keys()]
    .filter((person) => register.isActive(person))
    .flatMap((person) => register.grantsOf(person))
    .filter((grant) => grant.unit === id && !hasEnded(grant, from)).length;
  const below = [...register.units.values()].filter(
    ({ parent, closedOn }) => parent === id && closedOn === null,
  ).length;
  const left = Object.entries({
    'åpne saker': has.cases,
    'åpne overleveringer': has.handovers,
    ansatte: people,
    roller: roles,
    samarbeidsområder: has.areas,
    underenheter: below,
  }).filter(([, count]) => count > 0);
  if (left.length === 0) return null;
  const what = left.map(([word, count]) => `${word}: ${count}`).join(', ');
  return broken('held', `«${name}» kan ikke legges ned ennå (${what}).`, '/closedOn');
}

/** The unit itself and those above it. */
function lineUp(register: Register, unit: string): string[] {
  const line: string[] = [];
  for (let at: string | null = unit; at !== null && !line.includes(at);) {
    line.push(at);
    at = register.units.get(at)?.parent ?? null;
  }
  return line;
}
