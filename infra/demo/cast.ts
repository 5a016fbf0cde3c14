import type { Actor, Command } from '#domain/model/command.js';
import type { UserId } from '#domain/model/case.js';
import { covers } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import { flatGrants } from '#domain/people/grants.js';
import { later } from './days.js';
import { demoGrants, demoPeople, demoUnits } from './people.js';

type People = Command['people'];

const FIRST_DAY = demoGrants.map(({ from }) => from).sort()[0] ?? '';

const byDate = new Map<LocalDate, People>();
const byGrants = new Map<string, People>();

/** Everybody with the roles they held on a day, by the same rule as the registers'; before the first day as on the first day. */
export function peopleOn(date: LocalDate): People {
  const known = byDate.get(date);
  if (known) return known;
  const on = later(date, FIRST_DAY);
  const valid = demoGrants.filter((grant) => covers(grant, on));
  const key = valid.map((grant) => demoGrants.indexOf(grant)).join();
  const people = byGrants.get(key) ?? peopleWith(valid);
  byDate.set(date, people);
  byGrants.set(key, people);
  return people;
}

function peopleWith(valid: typeof demoGrants): People {
  const grants = flatGrants(valid, demoUnits);
  return Object.fromEntries(demoPeople.map(({ id, unit }) => [id, { unit, grants: grants.get(id) ?? [] }]));
}

/** @throws Error for somebody who does not exist in the demonstration. */
export function actorOn(date: LocalDate, user: UserId): Actor {
  const person = peopleOn(date)[user];
  if (!person) throw new Error(`the demonstration has no ${user}`);
  return { user, grants: person.grants };
}
