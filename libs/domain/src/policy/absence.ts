import { covers } from '../period.js';
import type { Period } from '../period.js';
import type { Case, UserId } from '../model/case.js';
import type { LocalDate } from '../time.js';

/** Somebody away from work; `to` is null while nobody knows. */
export interface Absence extends Period {
  readonly person: UserId;
  /** Who stands in where a case has no deputy of its own. */
  readonly substitute: UserId | null;
}

type Absences = readonly Absence[] | undefined;

/** The absence that a person has on a day. */
export function absenceOn(absences: Absences, person: UserId, on: LocalDate): Absence | undefined {
  return absences?.find((it) => it.person === person && covers(it, on));
}

/** Those whose substitute a person is on a day. */
export function standsInOn(absences: Absences, substitute: UserId, on: LocalDate): UserId[] {
  const away = absences?.filter((it) => it.substitute === substitute && absenceOn([it], it.person, on)) ?? [];
  return [...new Set(away.map(({ person }) => person))];
}

/**
 * Who acts for a person on a day: themselves when at work, else the case's deputy where the case is theirs, else their
 * substitute, else the deputy's. Null when everyone asked is away: then somebody above has to see to it.
 */
export function presentFor(
  absences: Absences,
  { owner, contact, deputy }: Pick<Case, 'owner' | 'contact' | 'deputy'>,
  person: UserId,
  on: LocalDate,
): UserId | null {
  const theirs = person === owner || person === contact;
  const line = [person, ...(theirs && deputy !== null ? [deputy] : [])];
  const substitutes = line.map((it) => absenceOn(absences, it, on)?.substitute ?? null);
  const asked = [...line, ...substitutes].filter((it) => it !== null);
  return asked.find((it) => !absenceOn(absences, it, on)) ?? null;
}
