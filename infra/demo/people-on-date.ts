import type { Actor, Command } from '#domain/model/command.js';
import type { UserId } from '#domain/model/case.js';
import { covers } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import { effectiveGrants } from '#domain/people/effective-grants.js';
import { laterOf } from './story-days.js';
import { demoGrants, demoPeople, demoUnits } from './municipality.js';

type People = Command['people'];

const FIRST_DAY = demoGrants.map(({ from }) => from).sort()[0] ?? '';

const byDate = new Map<LocalDate, People>();
const byGrants = new Map<string, People>();

/** All demo people with the roles they hold on a day, as in any installation. Earlier days count as the first day. */
export function peopleOn(date: LocalDate): People {
  const cached = byDate.get(date);
  if (cached) return cached;
  const rolesOn = laterOf(date, FIRST_DAY);
  const validGrants = demoGrants.filter((grant) => covers(grant, rolesOn));
  const key = validGrants.map((grant) => demoGrants.indexOf(grant)).join();
  const people = byGrants.get(key) ?? peopleWithGrants(validGrants);
  byDate.set(date, people);
  byGrants.set(key, people);
  return people;
}

function peopleWithGrants(validGrants: typeof demoGrants): People {
  const grants = effectiveGrants(validGrants, demoUnits);
  return Object.fromEntries(demoPeople.map(({ id, unit }) => [id, { unit, grants: grants.get(id) ?? [] }]));
}

/** @throws Error when the demo has no such user. */
export function actorOn(date: LocalDate, user: UserId): Actor {
  const person = peopleOn(date)[user];
  if (!person) throw new Error(`the demonstration has no ${user}`);
  return { user, grants: person.grants };
}
