import { overlap } from '#domain/period.js';
import type { Period } from '#domain/period.js';
import { addDays } from '#domain/time.js';
import type { PeopleRegister } from '../people-register.js';
import type { AbsenceRow } from '../absence-table.js';
import { violation } from './violation.js';
import type { Violation } from './violation.js';
import { checkPeriod } from './check-period.js';

/**
 * The rule that an absence would break, or null.
 * @param before  the absence before the change; undefined for a new one.
 */
export function checkAbsence(register: PeopleRegister, absence: AbsenceRow, before?: AbsenceRow): Violation | null {
  if (!register.isActive(absence.person))
    return violation('already-closed', { nb: 'Personen har sluttet.', en: 'The person has left.' }, '/person');
  const period = checkPeriod(absence);
  if (period) return period;
  const overlapping = otherAbsences(register, absence.person, before).find((other) => overlap(other, absence));
  if (overlapping) {
    const { from, to } = overlapping;
    return violation(
      'held',
      {
        nb: `Fraværet overlapper et annet fra ${from}${to === null ? '' : ` til ${to}`}.`,
        en: `The absence overlaps another from ${from}${to === null ? '' : ` to ${to}`}.`,
      },
      '/from',
    );
  }
  return absence.substitute === null ? null : checkSubstitute(register, absence, absence.substitute);
}

/** When the substitute is away too. A warning only, unless it is for the whole period. */
export function substituteAbsences(register: PeopleRegister, { from, to, substitute }: AbsenceRow): readonly Period[] {
  if (substitute === null) return [];
  return register
    .absencesOf(substitute)
    .filter((other) => overlap(other, { from, to }))
    .map((other) => ({ from: other.from, to: other.to }));
}

function checkSubstitute(register: PeopleRegister, absence: AbsenceRow, substitute: string): Violation | null {
  const person = register.people.get(substitute);
  if (!person?.staff)
    return violation(
      'unknown-person',
      { nb: `«${substitute}» er ikke ansatt i kommunen.`, en: `"${substitute}" is not employed by the municipality.` },
      '/substitute',
    );
  if (!register.isActive(substitute))
    return violation(
      'unknown-person',
      { nb: `«${substitute}» har sluttet.`, en: `"${substitute}" has left.` },
      '/substitute',
    );
  if (substitute === absence.person)
    return violation(
      'same-person',
      { nb: 'Ingen er sin egen vikar.', en: 'Nobody is their own substitute.' },
      '/substitute',
    );
  if (coverWhole(absence, substituteAbsences(register, absence))) {
    return violation(
      'held',
      { nb: 'Vikaren er selv borte i hele perioden.', en: 'The substitute is away for the whole period.' },
      '/substitute',
    );
  }
  return leadsBackTo(register, substitute, absence, absence.person, new Set())
    ? violation(
        'held',
        {
          nb: 'Vikaren har igjen den fraværende som vikar: det går i ring.',
          en: 'The substitute has the absent person as substitute: that goes in a circle.',
        },
        '/substitute',
      )
    : null;
}

/** Whether the periods together cover every day from `from` to `to`. */
function coverWhole({ from, to }: Period, periods: readonly Period[]): boolean {
  let firstUncovered = from;
  for (const period of [...periods].sort((a, b) => a.from.localeCompare(b.from))) {
    if (period.from > firstUncovered) return false;
    if (period.to === null) return true;
    if (period.to >= firstUncovered) firstUncovered = addDays(period.to, 1);
  }
  return to !== null && firstUncovered > to;
}

/** Whether following substitutes from `from` leads back to `goal` within the period. */
function leadsBackTo(register: PeopleRegister, from: string, within: Period, goal: string, seen: Set<string>): boolean {
  if (from === goal) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return register
    .absencesOf(from)
    .some(
      ({ substitute, ...away }) =>
        substitute !== null && overlap(away, within) && leadsBackTo(register, substitute, within, goal, seen),
    );
}

function otherAbsences(
  register: PeopleRegister,
  person: string,
  before: AbsenceRow | undefined,
): readonly AbsenceRow[] {
  return register.absencesOf(person).filter(({ from }) => from !== before?.from);
}
