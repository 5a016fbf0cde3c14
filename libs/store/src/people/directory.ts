import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { Grant } from '#domain/model/command.js';
import type { Directory, DirectoryUnit } from '#domain/policy/directory.js';
import { covers } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import { absenceOn, substitutesOf } from '#domain/policy/absence.js';
import { withActingLeaders } from '#domain/people/acting-leaders.js';
import { effectiveGrants, ownGrants } from '#domain/people/effective-grants.js';
import type { GivenGrant } from '#domain/people/effective-grants.js';
import { AbsenceTable } from './absence-table.js';
import type { AbsenceRow } from './absence-table.js';
import { PersonTable } from './person-table.js';
import type { PersonRow } from './person-table.js';
import { RoleGrantTable } from './role-grant-table.js';
import { UnitTable } from './unit-table.js';
import type { UnitRow } from './unit-table.js';

/** Leaves out organisations' contacts without a role: there are a hundred times more of them than of staff. */
const STAFF_OR_ROLE_HOLDER = 'person.id IN (SELECT id FROM person WHERE staff UNION ALL SELECT person FROM role_grant)';

/**
 * Reads the units, the staff and the outside role holders, with the roles they hold on a day. People who have left hold no
 * role, and closed units hold no cases.
 */
export async function readDirectory(manager: EntityManager, on: LocalDate): Promise<Directory> {
  const unitRows = await unitsOn(manager, on);
  const people = await staffAndRoleHolders(manager);
  const away = await manager.find(AbsenceTable);
  const given = await grantsOn(manager, people, away, { on, substitutesLead: true });
  const grants = effectiveGrants(given, unitRows, new Set(peopleAway(away, on)));
  return { units: unitRows, users: people.map((row) => userOf(row, grants.get(row.id) ?? [])), absences: away };
}

/** A person's `ownGrants` on a day, never from the cache. */
export async function readOwnGrants(manager: EntityManager, person: UserId, on: LocalDate): Promise<Grant[]> {
  const given = await grantsOn(manager, await staffAndRoleHolders(manager), await manager.find(AbsenceTable), { on });
  return ownGrants(person, given, await unitsOn(manager, on));
}

async function staffAndRoleHolders(manager: EntityManager): Promise<PersonRow[]> {
  return manager.createQueryBuilder(PersonTable, 'person').where(STAFF_OR_ROLE_HOLDER).orderBy('person.id').getMany();
}

async function unitsOn(manager: EntityManager, on: LocalDate): Promise<DirectoryUnit[]> {
  const rows = await manager.find(UnitTable, { order: { id: 'ASC' } });
  return rows.map(({ id, name, parent, holdsCases, closedOn }: UnitRow) => ({
    id,
    name,
    parent,
    ...(closedOn === null || on < closedOn ? { holdsCases } : { holdsCases: false, closed: true as const }),
  }));
}

async function grantsOn(
  manager: EntityManager,
  people: readonly PersonRow[],
  absent: readonly AbsenceRow[],
  { on, substitutesLead = false }: { readonly on: LocalDate; readonly substitutesLead?: boolean },
): Promise<readonly GivenGrant[]> {
  const left = new Set(people.filter(({ deactivatedAt }) => deactivatedAt !== null).map(({ id }) => id));
  const given = await manager.find(RoleGrantTable, { order: { person: 'ASC', role: 'ASC', unit: 'ASC' } });
  const valid = given.filter((grant) => !left.has(grant.person) && covers(grant, on));
  const away = peopleAway(absent, on);
  const notAtWork = new Set([...away, ...left]);
  const substituteOf = (person: UserId): UserId | undefined =>
    substitutesOf(absent, person, on).find((it) => !notAtWork.has(it));
  return withActingLeaders(valid, new Set(away), substitutesLead ? substituteOf : undefined);
}

const peopleAway = (absences: readonly AbsenceRow[], on: LocalDate): UserId[] =>
  absences.filter((it) => absenceOn([it], it.person, on)).map(({ person }) => person);

function userOf({ id, name, unit, staff, deactivatedAt }: PersonRow, grants: readonly Grant[]): Directory['users'][0] {
  return deactivatedAt === null
    ? { id, name, unit, staff, grants }
    : { id, name, unit, staff: false, left: true, grants: [] };
}

/** Keeps the directory in memory for a few seconds. */
export class DirectoryCache {
  private cached:
    { readonly on: LocalDate; readonly readAtMs: number; readonly directory: Promise<Directory> } | undefined;

  constructor(
    private readonly manager: EntityManager,
    private readonly maxAgeMs = 3_000,
  ) {}

  async get(date: LocalDate): Promise<Directory> {
    const readAtMs = Date.now();
    if (this.cached?.on === date && readAtMs - this.cached.readAtMs < this.maxAgeMs) return this.cached.directory;
    const directory = readDirectory(this.manager, date);
    const read = { on: date, readAtMs, directory };
    this.cached = read;
    directory.catch(() => {
      if (this.cached === read) this.cached = undefined;
    });
    return directory;
  }

  /** The next `get` reads from the database. */
  invalidate(): void {
    this.cached = undefined;
  }
}
