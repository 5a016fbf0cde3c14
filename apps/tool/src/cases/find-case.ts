import type { EntityManager } from 'typeorm';
import { isUuid } from '#platform/input/uuid.js';
import { CannotGoOn } from '../trouble.js';

/**
 * The id of the case that the operator named by number or id. The events are asked too: the view may be what is gone.
 * @throws CannotGoOn when there is none.
 */
export async function findCase(manager: EntityManager, named: string): Promise<string> {
  const ways = isUuid(named)
    ? ['SELECT case_id AS id FROM event WHERE case_id = $1 LIMIT 1']
    : [
        'SELECT id FROM collaboration WHERE number = $1',
        `SELECT case_id AS id FROM event WHERE seq = 1 AND data->>'number' = $1`,
      ];
  for (const way of ways) {
    const [found]: { id: string }[] = await manager.query(way, [named]);
    if (found) return found.id;
  }
  throw new CannotGoOn(`There is no case ${named}.`);
}
