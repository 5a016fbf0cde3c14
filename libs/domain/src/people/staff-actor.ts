import { peopleSubstitutedBy } from '../policy/absence.js';
import type { UserId } from '../model/case.js';
import type { Actor } from '../model/command.js';
import type { Directory } from '../policy/directory.js';
import type { LocalDate } from '../time.js';
import { findUser } from './directory-lookup.js';
import { dutiesOf, unattendedOn } from './duty-holders.js';

/** A member of staff as a case's rules see them on a day: the roles, and in whose place the person acts. */
export function staffActor(directory: Directory, user: UserId, on: LocalDate): Actor {
  const standsInFor = peopleActedFor(directory, user, on);
  return {
    user,
    grants: findUser(directory, user)?.grants ?? [],
    ...(standsInFor.length > 0 && { standsInFor }),
  };
}

/** Everybody in whose place a person acts on a day: those who named them, and those who are left to them. */
export function peopleActedFor(directory: Directory, user: UserId, on: LocalDate): readonly UserId[] {
  const named = peopleSubstitutedBy(directory.absences, user, on);
  return [...new Set([...named, ...peopleLeftTo(directory, user, on)])].filter((it) => it !== user);
}

/** Those who are away or have left, for whom no substitute is at work, and whose unit's leader the person is or steps in for. */
export function peopleLeftTo(directory: Directory, user: UserId, on: LocalDate): readonly UserId[] {
  const unattended = unattendedOn(directory, on);
  if (unattended.length === 0) return [];
  const duties = new Set(dutiesOf(directory, user, on));
  return unattended.filter((it) => duties.has(`leder@${findUser(directory, it)?.unit}`));
}
