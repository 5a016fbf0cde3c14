import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import { queryPrepared } from '../../db/query-prepared.js';

const LOCK_CASE = `SELECT c.body AS state FROM collaboration c WHERE c.id = $1 FOR NO KEY UPDATE`;

/**
 * Locks the case until the transaction ends, so that rows get their numbers one after the other and nobody writes to a case
 * that is closed meanwhile. @returns the case as it is now.
 */
export async function lockCase(manager: EntityManager, id: string): Promise<Case> {
  const [row] = await queryPrepared<{ state: Case }>(manager, LOCK_CASE, [id]);
  if (!row) throw new Error('a case that was read is there');
  return row.state;
}
