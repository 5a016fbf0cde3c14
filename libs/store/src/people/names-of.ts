import { In, type EntityManager } from 'typeorm';
import { PersonTable } from './person-table.js';
import { UnitTable } from './unit-table.js';

/** Names of units and people by id, including people who are not in the directory. */
export async function namesOf(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const options = { select: { id: true, name: true }, where: { id: In([...ids]) } } as const;
  const rows = [...(await manager.find(UnitTable, options)), ...(await manager.find(PersonTable, options))];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
