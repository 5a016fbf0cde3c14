import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/case/case.js';
import type { Grant } from '#domain/case/command.js';
import type { Directory, DirectoryUnit } from '#domain/policy/directory.js';
import type { LocalDate } from '#domain/time.js';
import { awayOn } from './absences.js';
import { withActingLeaders } from './acting-leaders.js';
import { flatGrants, ownGrants } from './grants.js';
import type { GivenGrant } from './grants.js';
import { persons } from './tables/person.js';
import type { PersonRow } from './tables/person.js';
import { roleGrants } from './tables/role-grant.js';
import { units } from './tables/unit.js';
import type { UnitRow } from './tables/unit.js';

/** Everybody and every unit, with the roles they hold on a day. Who has left holds none, and a closed unit no case. */
export async function readDirectory(manager: EntityManager, on: LocalDate): Promise<Directory> {
  const unitRows = await unitsOn(manager, on);
  const people = await manager.find(persons, { order: { id: 'ASC' } });
  const grants = flatGrants(await givenOn(manager, people, on), unitRows);
  return { units: unitRows, users: people.map((row) => userOf(row, grants.get(row.id) ?? [])) };
}

/** A person's own grants on a day, flat, read afresh. */
export async function readOwnGrants(manager: EntityManager, person: UserId, on: LocalDate): Promise<Grant[]> {
  const people = await manager.find(persons);
  return ownGrants(person, await givenOn(manager, people, on), await unitsOn(manager, on));
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
  on: LocalDate,
): Promise<readonly GivenGrant[]> {
  const left = new Set(people.filter(({ deactivatedAt }) => deactivatedAt !== null).map(({ id }) => id));
  const given = await manager.find(roleGrants, { order: { person: 'ASC', role: 'ASC', unit: 'ASC' } });
  const valid = given.filter(({ person, from, to }) => !left.has(person) && from <= on && (to === null || on <= to));
  return withActingLeaders(valid, await awayOn(manager, on));
}

function userOf({ id, name, unit, staff, deactivatedAt }: PersonRow, grants: readonly Grant[]): Directory['users'][0] {
  return { id, name, unit, staff, grants, ...(deactivatedAt !== null && { left: true as const }) };
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
