import type { EntityManager } from 'typeorm';
import type { Directory } from '#domain/policy/directory.js';
import type { LocalDate } from '#domain/time.js';
import { flatGrants } from './grants.js';
import { absences } from './tables/absence.js';
import { persons } from './tables/person.js';
import { roleGrants } from './tables/role-grant.js';
import { units } from './tables/unit.js';

/** Contact persons, who hold no role, are not read: there are a hundred times more of them than of staff. */
const KNOWN = 'person.id IN (SELECT id FROM person WHERE staff UNION ALL SELECT person FROM role_grant)';

/** The staff, those outside who hold a role, and every unit, with the roles they hold on a day. */
export async function readDirectory(manager: EntityManager, on: LocalDate): Promise<Directory> {
  const unitRows = await manager.find(units, { order: { id: 'ASC' } });
  const people = await manager.createQueryBuilder(persons, 'person').where(KNOWN).orderBy('person.id').getMany();
  const given = await manager.find(roleGrants, { order: { person: 'ASC', role: 'ASC', unit: 'ASC' } });
  const valid = given.filter(({ from, to }) => from <= on && (to === null || on <= to));
  const grants = flatGrants(valid, unitRows);
  return {
    units: unitRows.map(({ id, name, parent, holdsCases }) => ({ id, name, parent, holdsCases })),
    users: people.map(({ id, name, unit, staff, deactivatedAt }) =>
      deactivatedAt === null
        ? { id, name, unit, staff, grants: grants.get(id) ?? [] }
        : { id, name, unit, staff: false, left: true, grants: [] },
    ),
    absences: await manager.find(absences),
  };
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
    this.held = { on: date, wall, directory };
    directory.catch(() => (this.held = undefined));
    return directory;
  }
}
