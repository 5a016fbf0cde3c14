import { absenceOn, substitutesOf } from '../policy/absence.js';
import { isOutsideRole, ROLES } from '../policy/roles.js';
import type { Case, ResolvedParty, UnitId, UserId } from '../model/case.js';
import type { Directory, DirectoryUser } from '../policy/directory.js';
import type { LocalDate } from '../time.js';
import { findUser, hasRole } from './directory-lookup.js';

/** Who answers for a unit's duties while nobody there is at work, from the nearest up. */
const STEPPING_IN: readonly string[] = ['leder', 'kommunalsjef', 'kommunedirektor', 'admin'];

type PeopleOfCase = Pick<Case, 'owner' | 'contact' | 'deputy' | 'unit'>;

/**
 * The people at work who owe what a party of the municipality owes; one of them is enough.
 * 1. The person, or whoever acts for them: the deputy of the owner and the contact, a substitute, a substitute's substitute.
 * 2. For a role every holder at work. A directory gives an absent leader's role to whoever acts as leader.
 * 3. When that is nobody, the substitutes of who holds the role, and the leader of the unit (of a person the home unit), else
 *    those above it, else the administrators.
 */
export function peopleOwing(
  directory: Directory,
  { user, role, unit, until }: ResolvedParty,
  state: PeopleOfCase,
  on: LocalDate,
): readonly DirectoryUser[] {
  if (user === undefined || (until !== undefined && until < on)) {
    return peopleInRole(directory, role, unit ?? state.unit, on);
  }
  const acting = actingFor(directory, user, user === state.owner || user === state.contact ? state.deputy : null, on);
  return acting ? [acting] : peopleInRole(directory, 'leder', findUser(directory, user)?.unit ?? state.unit, on);
}

/** Those at work who hold the role in the unit; when nobody does, the holders' substitutes and whoever steps in for them. */
export function peopleInRole(directory: Directory, role: string, unit: UnitId, on: LocalDate): DirectoryUser[] {
  const holders = holdersOf(directory, role, unit);
  const present = holders.filter((user) => isAtWork(directory, user, on));
  if (present.length > 0) return present;
  const substitutes = holders.flatMap(({ id }) => actingFor(directory, id, null, on) ?? []);
  return [...new Set([...substitutes, ...steppingInFor(directory, role, unit, on)])];
}

function steppingInFor(directory: Directory, role: string, unit: UnitId, on: LocalDate): DirectoryUser[] {
  const above = STEPPING_IN.slice(STEPPING_IN.findIndex((it) => it === role) + 1);
  for (const one of above) {
    const present = holdersOf(directory, one, unit).filter((user) => isAtWork(directory, user, on));
    if (present.length > 0) return present;
  }
  return [];
}

const holdersOf = ({ users }: Directory, role: string, unit: UnitId): DirectoryUser[] =>
  users.filter((user) => user.staff && hasRole(user, role, unit));

/**
 * The duties that a person answers for on a day, as `<role>@<unit>`: those of the own roles, and those for which the person steps
 * in. Together with `unattendedOn` this is `peopleOwing`, turned around for a query.
 */
export function dutiesOf(directory: Directory, user: UserId, on: LocalDate): readonly string[] {
  return peopleOn(directory, on).duties.get(user) ?? [];
}

/** Those who are away or have left, and for whom no substitute is at work. */
export function unattendedOn(directory: Directory, on: LocalDate): readonly UserId[] {
  return peopleOn(directory, on).unattended;
}

/** Those who are away or have left. */
export function awayOn(directory: Directory, on: LocalDate): readonly UserId[] {
  return directory.users.filter((user) => !isAtWork(directory, user, on)).map(({ id }) => id);
}

function actingFor(
  directory: Directory,
  user: UserId,
  deputy: UserId | null,
  on: LocalDate,
): DirectoryUser | undefined {
  const preferred = [user, ...(deputy === null ? [] : [deputy])];
  const candidates = [...preferred, ...preferred.flatMap((it) => substitutesOf(directory.absences, it, on))];
  return candidates
    .map((id) => findUser(directory, id))
    .find((found) => found !== undefined && isAtWork(directory, found, on));
}

function isAtWork({ absences }: Directory, { id, left }: DirectoryUser, on: LocalDate): boolean {
  return left !== true && absenceOn(absences, id, on) === undefined;
}

/** Who answers for what on a day. */
interface PeopleOnDay {
  readonly duties: ReadonlyMap<UserId, readonly string[]>;
  readonly unattended: readonly UserId[];
}

/** A directory is read every few seconds and asked at every look at My day and for every person of a step. */
const known = new WeakMap<Directory, Map<LocalDate, PeopleOnDay>>();

function peopleOn(directory: Directory, on: LocalDate): PeopleOnDay {
  const byDay = known.get(directory) ?? new Map<LocalDate, PeopleOnDay>();
  known.set(directory, byDay);
  const people = byDay.get(on) ?? {
    duties: findDuties(directory, on),
    unattended: directory.users.filter(({ id }) => !actingFor(directory, id, null, on)).map(({ id }) => id),
  };
  byDay.set(on, people);
  return people;
}

function findDuties(directory: Directory, on: LocalDate): PeopleOnDay['duties'] {
  const found = new Map<UserId, string[]>();
  for (const { id: unit } of directory.units) {
    for (const role of ROLES.filter((it) => !isOutsideRole(it))) {
      for (const { id } of peopleInRole(directory, role, unit, on)) {
        found.set(id, [...(found.get(id) ?? []), `${role}@${unit}`]);
      }
    }
  }
  return found;
}
