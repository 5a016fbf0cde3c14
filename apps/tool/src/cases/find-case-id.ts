import type { EntityManager } from 'typeorm';
import { isUuid } from '#platform/input/uuid.js';
import { ToolError } from '../errors.js';

/**
 * Finds the id of a case by its number or id. Searches the events too, because the view row may be what is missing.
 * @throws ToolError when there is no such case.
 */
export async function findCaseId(manager: EntityManager, numberOrId: string): Promise<string> {
  const queries = isUuid(numberOrId)
    ? ['SELECT case_id AS id FROM event WHERE case_id = $1 LIMIT 1']
    : [
        'SELECT id FROM collaboration WHERE number = $1',
        `SELECT case_id AS id FROM event WHERE seq = 1 AND data->>'number' = $1`,
      ];
  for (const query of queries) {
    const [found]: { id: string }[] = await manager.query(query, [numberOrId]);
    if (found) return found.id;
  }
  throw new ToolError(`There is no case ${numberOrId}.`);
}
