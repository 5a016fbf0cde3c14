import { In, type EntityManager } from 'typeorm';
import { persons } from './person.js';
import { units } from './unit.js';

/** The names of people and units by id; also of people who have left, and of contacts who hold no role. */
export async function namesOf(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const options = { select: { id: true, name: true }, where: { id: In([...ids]) } } as const;
  const rows = [...(await manager.find(units, options)), ...(await manager.find(persons, options))];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
