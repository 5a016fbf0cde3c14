import { isSupportedDate } from '#domain/calendar/supported-years.js';
import { hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import type { PeopleRegister } from '../people-register.js';
import type { UnitRow } from '../unit-table.js';
import { violation } from './violation.js';
import type { Violation } from './violation.js';

/** Deeper than any municipality; whoever walks up from a unit walks no further. */
const MAX_LEVELS = 20;

/** The rule that a new or changed unit would break, or null. */
export function checkUnit(register: PeopleRegister, unit: UnitRow): Violation | null {
  const sameName = register.openUnitNamed(unit.name);
  if (sameName && sameName.id !== unit.id)
    return violation(
      'held',
      { nb: `Enheten «${sameName.name}» finnes allerede.`, en: `The unit "${sameName.name}" already exists.` },
      '/name',
    );
  if (unit.parent === null) return null;
  const parent = register.units.get(unit.parent);
  if (!parent)
    return violation(
      'unknown-person',
      { nb: `«${unit.parent}» er ingen enhet.`, en: `"${unit.parent}" is no unit.` },
      '/parent',
    );
  if (parent.closedOn !== null)
    return violation(
      'held',
      { nb: `Enheten «${parent.name}» er nedlagt.`, en: `The unit "${parent.name}" is closed.` },
      '/parent',
    );
  const above = unitAndAncestors(register, unit.parent);
  if (above.includes(unit.id))
    return violation(
      'out-of-range',
      { nb: 'En enhet kan ikke ligge under seg selv.', en: 'A unit cannot be under itself.' },
      '/parent',
    );
  return above.length >= MAX_LEVELS
    ? violation(
        'out-of-range',
        { nb: `Enheter kan ligge i høyst ${MAX_LEVELS} nivåer.`, en: `Units can be in at most ${MAX_LEVELS} levels.` },
        '/parent',
      )
    : null;
}

/** A unit cannot close while it has cases, handovers, people, roles, open service areas or units below. */
export function checkUnitClosing(
  register: PeopleRegister,
  { id, name }: UnitRow,
  from: LocalDate,
  counts: { readonly cases: number; readonly handovers: number; readonly areas: number },
): Violation | null {
  if (!isSupportedDate(from))
    return violation(
      'out-of-range',
      {
        nb: 'Datoen er utenfor kalenderens år, 1900-2100.',
        en: 'The date is outside the years of the calendar, 1900-2100.',
      },
      '/closedOn',
    );
  const people = [...register.people.values()].filter((it) => it.unit === id && it.deactivatedAt === null).length;
  const roles = [...register.people.keys()]
    .filter((person) => register.isActive(person))
    .flatMap((person) => register.grantsOf(person))
    .filter((grant) => grant.unit === id && !hasEnded(grant, from)).length;
  const below = [...register.units.values()].filter(
    ({ parent, closedOn }) => parent === id && closedOn === null,
  ).length;
  const remaining = [
    { nb: 'åpne saker', en: 'open cases', count: counts.cases },
    { nb: 'åpne overleveringer', en: 'open handovers', count: counts.handovers },
    { nb: 'ansatte', en: 'employees', count: people },
    { nb: 'roller', en: 'roles', count: roles },
    { nb: 'samarbeidsområder', en: 'areas', count: counts.areas },
    { nb: 'underenheter', en: 'units below', count: below },
  ].filter(({ count }) => count > 0);
  if (remaining.length === 0) return null;
  return violation(
    'held',
    {
      nb: `«${name}» kan ikke legges ned ennå (${remaining.map((it) => `${it.nb}: ${it.count}`).join(', ')}).`,
      en: `"${name}" cannot be closed yet (${remaining.map((it) => `${it.en}: ${it.count}`).join(', ')}).`,
    },
    '/closedOn',
  );
}

function unitAndAncestors(register: PeopleRegister, unit: string): string[] {
  const ids: string[] = [];
  for (let current: string | null = unit; current !== null && !ids.includes(current) && ids.length < MAX_LEVELS;) {
    ids.push(current);
    current = register.units.get(current)?.parent ?? null;
  }
  return ids;
}
