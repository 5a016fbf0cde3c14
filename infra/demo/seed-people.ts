import type { EntityManager, EntitySchema } from 'typeorm';
import { areas } from '#store/people/area.js';
import { persons } from '#store/people/person.js';
import { roleGrants } from '#store/people/role-grant.js';
import { units } from '#store/people/unit.js';
import { demoAreas, demoGrants, demoPeople, demoUnits } from './people.js';

/** Writes the demonstration's units, people, roles and areas. What is there already stays as it is. */
export async function seedPeople(manager: EntityManager): Promise<void> {
  await insertNew(manager, units, demoUnits);
  await insertNew(manager, persons, demoPeople);
  await insertNew(manager, roleGrants, demoGrants);
  await insertNew(manager, areas, demoAreas);
}

async function insertNew<Row extends object>(
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
