import type { EntityManager, EntitySchema } from 'typeorm';
import { AreaTable } from '#store/people/area-table.js';
import { PersonTable } from '#store/people/person-table.js';
import { RoleGrantTable } from '#store/people/role-grant-table.js';
import { UnitTable } from '#store/people/unit-table.js';
import { demoAreas, demoGrants, demoPeople, demoUnits } from './municipality.js';

/** Inserts the demo's units, people, roles and areas. Existing rows stay as they are. */
export async function seedPeople(manager: EntityManager): Promise<void> {
  await insertIfAbsent(manager, UnitTable, demoUnits);
  await insertIfAbsent(manager, PersonTable, demoPeople);
  await insertIfAbsent(manager, RoleGrantTable, demoGrants);
  await insertIfAbsent(manager, AreaTable, demoAreas);
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
