import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { Grant } from '#domain/model/command.js';
import type { Directory, DirectoryUnit } from '#domain/policy/directory.js';
import { covers } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import { absenceOn } from '#domain/policy/absence.js';
import { withActingLeaders } from '#domain/people/acting-leaders.js';
import { flatGrants, ownGrants } from '#domain/people/grants.js';
import type { GivenGrant } from '#domain/people/grants.js';
import { absences } from './absence.js';
import type { AbsenceRow } from './absence.js';
import { persons } from './person.js';
import type { PersonRow } from './person.js';
import { roleGrants } from './role-grant.js';
import { units } from './unit.js';
import type { UnitRow } from './unit.js';

/** Contact persons, who hold no role, are not read: there are a hundred times more of them than of staff. */
const KNOWN = 'person.id IN (SELECT id FROM person WHERE staff UNION ALL SELECT person FROM role_grant)';

/**
 * The staff, those outside who hold a role, and every unit, with the roles they hold on a day. Who has left holds none,
 * and a closed unit no case.
 */
export async function readDirectory(manager: EntityManager, on: LocalDate): Promise<Directory> {
  const unitRows = await unitsOn(manager, on);
  const people = await peopleKnown(manager);
  const away = await manager.find(absences);
  const grants = flatGrants(await givenOn(manager, people, away, on), unitRows);
  return { units: unitRows, users: people.map((row) => userOf(row, grants.get(row.id) ?? [])), absences: away };
}

/** A person's own grants on a day, flat, read afresh. */
export async function readOwnGrants(manager: EntityManager, person: UserId, on: LocalDate): Promise<Grant[]> {
  const given = await givenOn(manager, await peopleKnown(manager), await manager.find(absences), on);
  return ownGrants(person, given, await unitsOn(manager, on));
}

async function peopleKnown(manager: EntityManager): Promise<PersonRow[]> {
  return manager.createQueryBuilder(persons, 'person').where(KNOWN).orderBy('person.id').getMany();
}

async function unitsOn(manager: EntityManager, on: LocalDate): Promise<DirectoryUnit[]> {
  const rows = await manager.find(units, { order: { id: 'ASC' } });
  return rows.map(({ id, name, parent, holdsCases, closedOn }: UnitRow) => ({
    id,
    name,
    parent,
    ...(closedOn === null || on < closedOn ? { holdsCases } : { holdsCases: false, closed: true as const }),
  }));
}

async function givenOn(
  manager: EntityManager,
  people: readonly PersonRow[],
  absent: readonly AbsenceRow[],
  on: LocalDate,
): Promise<readonly GivenGrant[]> {
  const left = new Set(people.filter(({ deactivatedAt }) => deactivatedAt !== null).map(({ id }) => id));
  const given = await manager.find(roleGrants, { order: { person: 'ASC', role: 'ASC', unit: 'ASC' } });
  const valid = given.filter((grant) => !left.has(grant.person) && covers(grant, on));
  const away = absent.filter((it) => absenceOn([it], it.person, on)).map(({ person }) => person);
  return withActingLeaders(valid, new Set(away));
}

function userOf({ id, name, unit, staff, deactivatedAt }: PersonRow, grants: readonly Grant[]): Directory['users'][0] {
  return deactivatedAt === null
    ? { id, name, unit, staff, grants }
    : { id, name, unit, staff: false, left: true, grants: [] };
}

/** The directory, read again when it is older than a few seconds. */
export class DirectoryCache {
  private held: { readonly on: LocalDate; readonly wall: number; readonly directory: Promise<Directory> } | undefined;

  constructor(
    private readonly manager: EntityManager,
    private readonly maxAgeMs = 3_000,
  ) {}

  async on(date: LocalDate): Promise<Directory> {
    const wall = Date.now();
    if (this.held?.on === date && wall - this.held.wall < this.maxAgeMs) return this.held.directory;
    const directory = readDirectory(this.manager, date);
    const held = { on: date, wall, directory };
    this.held = held;
    directory.catch(() => {
      if (this.held === held) this.held = undefined;
    });
    return directory;
  }

  /** Somebody has changed something: the next question is answered afresh. */
  drop(): void {
    this.held = undefined;
  }
}
