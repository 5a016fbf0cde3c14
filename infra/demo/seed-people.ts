import type { EntityManager, EntitySchema } from 'typeorm';
import { areas } from '#store/people/area.js';
import { persons } from '#store/people/person.js';
import { roleGrants } from '#store/people/role-grant.js';
import { units } from '#store/people/unit.js';
import { demoAreas, demoGrants, demoPeople, demoUnits } from './people.js';

/** Inserts the demo's units, people, roles and areas. Existing rows stay as they are. */
export async function seedPeople(manager: EntityManager): Promise<void> {
  await insertIfAbsent(manager, units, demoUnits);
  await insertIfAbsent(manager, persons, demoPeople);
  await insertIfAbsent(manager, roleGrants, demoGrants);
  await insertIfAbsent(manager, areas, demoAreas);
}

async function insertIfAbsent<Row extends object>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(table)
    .values([...rows] as never)
    .orIgnore()
    .execute();
}
