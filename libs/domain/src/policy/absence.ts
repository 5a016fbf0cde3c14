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

/**
 * The absent people for whom this person stands in on a day: those who named them, and, since a substitute may be away too,
 * those for whom they stood in.
 */
export function peopleSubstitutedBy(absences: Absences, substitute: UserId, on: LocalDate): UserId[] {
  const away = absences?.filter((it) => absenceOn([it], it.person, on)) ?? [];
  const found: UserId[] = [];
  collect(substitute);
  return found;

  function collect(somebody: UserId): void {
    for (const { person } of away.filter((it) => it.substitute === somebody)) {
      if (person === substitute || found.includes(person)) continue;
      found.push(person);
      collect(person);
    }
  }
}

/** The substitute, the substitute's substitute, and so on as long as each of them is away; nobody twice. */
export function substitutesOf(absences: Absences, person: UserId, on: LocalDate): readonly UserId[] {
  const chain: UserId[] = [];
  let next = absenceOn(absences, person, on)?.substitute ?? null;
  while (next !== null && next !== person && !chain.includes(next)) {
    chain.push(next);
    next = absenceOn(absences, next, on)?.substitute ?? null;
  }
  return chain;
}

/**
 * Who acts for a person on a day: the person when at work, else the case's deputy (for the owner and the contact only), else
 * the first at work of the person's substitutes, else of the deputy's. Null when all of them are away: then a manager must act.
 */
export function actingPersonFor(
  absences: Absences,
  { owner, contact, deputy }: Pick<Case, 'owner' | 'contact' | 'deputy'>,
  person: UserId,
  on: LocalDate,
): UserId | null {
  const isOwnerOrContact = person === owner || person === contact;
  const preferred = [person, ...(isOwnerOrContact && deputy !== null ? [deputy] : [])];
  const candidates = [...preferred, ...preferred.flatMap((it) => substitutesOf(absences, it, on))];
  return candidates.find((it) => !absenceOn(absences, it, on)) ?? null;
}
