import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { CollaborationTable } from '../views/collaboration-table.js';

/** Case numbers by id. */
export async function numbersOf(
  manager: EntityManager,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map();
  const rows = await manager.find(CollaborationTable, {
    select: { id: true, number: true },
    where: { id: In([...new Set(caseIds)]) },
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
}
