import { covers } from '../period.js';
import type { Period } from '../period.js';
import type { Case, UserId } from '../model/case.js';
import type { LocalDate } from '../time.js';

/** A person's absence from work; `to` is null while the last day is not known. */
export interface Absence extends Period {
  readonly person: UserId;
  /** Acts for the person in cases that have no deputy. */
  readonly substitute: UserId | null;
}

type Absences = readonly Absence[] | undefined;

export function absenceOn(absences: Absences, person: UserId, on: LocalDate): Absence | undefined {
  return absences?.find((it) => it.person === person && covers(it, on));
}

/** The absent people whom this person substitutes for on a day. */
export function peopleSubstitutedBy(absences: Absences, substitute: UserId, on: LocalDate): UserId[] {
  const away = absences?.filter((it) => it.substitute === substitute && absenceOn([it], it.person, on)) ?? [];
  return [...new Set(away.map(({ person }) => person))];
}

/**
 * Who acts for a person on a day: the person when at work, else the case's deputy (for the owner and the contact only),
 * else the person's substitute, else the deputy's substitute. Null when all of them are away: then a manager must act.
 */
export function actingPersonFor(
  absences: Absences,
  { owner, contact, deputy }: Pick<Case, 'owner' | 'contact' | 'deputy'>,
  person: UserId,
  on: LocalDate,
): UserId | null {
  const isOwnerOrContact = person === owner || person === contact;
  const preferred = [person, ...(isOwnerOrContact && deputy !== null ? [deputy] : [])];
  const substitutes = preferred.map((it) => absenceOn(absences, it, on)?.substitute ?? null);
  const candidates = [...preferred, ...substitutes].filter((it) => it !== null);
  return candidates.find((it) => !absenceOn(absences, it, on)) ?? null;
}
