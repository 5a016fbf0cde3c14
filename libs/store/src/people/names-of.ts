import { In, type EntityManager } from 'typeorm';
import { persons } from './person.js';
import { units } from './unit.js';

/** Names of units and people by id, including people who are not in the directory. */
export async function namesOf(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const options = { select: { id: true, name: true }, where: { id: In([...ids]) } } as const;
  const rows = [...(await manager.find(units, options)), ...(await manager.find(persons, options))];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
