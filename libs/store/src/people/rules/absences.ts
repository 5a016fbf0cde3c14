import { overlap } from '#domain/period.js';
import type { Period } from '#domain/period.js';
import { addDays } from '#domain/time.js';
import type { Register } from '../register.js';
import type { AbsenceRow } from '../absence.js';
import { broken } from './broken.js';
import type { Broken } from './broken.js';
import { periodBroken } from './period.js';

/**
 * Why somebody cannot be away like this.
 * @param before  the absence as it was, when it is being changed.
 */
export function absenceBroken(register: Register, absence: AbsenceRow, before?: AbsenceRow): Broken | null {
  if (!register.isActive(absence.person)) return broken('already-closed', 'Personen har sluttet.', '/person');
  const period = periodBroken(absence);
  if (period) return period;
  const twin = othersOf(register, absence.person, before).find((other) => overlap(other, absence));
  if (twin) {
    const until = twin.to === null ? '' : ` til ${twin.to}`;
    return broken('held', `Fraværet overlapper et annet fra ${twin.from}${until}.`, '/from');
  }
  return absence.substitute === null ? null : substituteBroken(register, absence, absence.substitute);
}

/** When the substitute is away too: worth knowing, and no hindrance while it is not all the time. */
export function awayMeanwhile(register: Register, { from, to, substitute }: AbsenceRow): readonly Period[] {
  if (substitute === null) return [];
  return register
    .absencesOf(substitute)
    .filter((other) => overlap(other, { from, to }))
    .map((other) => ({ from: other.from, to: other.to }));
}

function substituteBroken(register: Register, absence: AbsenceRow, substitute: string): Broken | null {
  const person = register.people.get(substitute);
  if (!person?.staff) return broken('unknown-person', `«${substitute}» er ikke ansatt i kommunen.`, '/substitute');
  if (!register.isActive(substitute)) return broken('unknown-person', `«${substitute}» har sluttet.`, '/substitute');
  if (substitute === absence.person) return broken('same-person', 'Ingen er sin egen vikar.', '/substitute');
  if (isFilled(absence, awayMeanwhile(register, absence))) {
    return broken('held', 'Vikaren er selv borte i hele perioden.', '/substitute');
  }
  return reaches(register, substitute, absence, absence.person, new Set())
    ? broken('held', 'Vikaren har igjen den fraværende som vikar: det går i ring.', '/substitute')
    : null;
}

/** Whether the stretches together leave no day of the period free. */
function isFilled({ from, to }: Period, stretches: readonly Period[]): boolean {
  let free = from;
  for (const stretch of [...stretches].sort((a, b) => a.from.localeCompare(b.from))) {
    if (stretch.from > free) return false;
    if (stretch.to === null) return true;
    if (stretch.to >= free) free = addDays(stretch.to, 1);
  }
  return to !== null && free > to;
}

/** Whether standing in leads back to the goal within the period. */
function reaches(register: Register, from: string, within: Period, goal: string, seen: Set<string>): boolean {
  if (from === goal) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return register
    .absencesOf(from)
    .some(
      ({ substitute, ...away }) =>
        substitute !== null && overlap(away, within) && reaches(register, substitute, within, goal, seen),
    );
}

function othersOf(register: Register, person: string, before: AbsenceRow | undefined): readonly AbsenceRow[] {
  return register.absencesOf(person).filter(({ from }) => from !== before?.from);
}
