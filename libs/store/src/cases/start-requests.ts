import type { EntityManager } from 'typeorm';
import { queryPrepared } from '../db/query-prepared.js';

const PENDING = `
  SELECT case_id AS id FROM start_request WHERE started_at IS NULL ORDER BY requested_at LIMIT $1`;
const MARK_STARTED = `
  UPDATE start_request SET started_at = now() WHERE case_id = ANY($1::uuid[]) AND started_at IS NULL`;

/** Cases whose workflow is not started yet, oldest request first. */
export async function pendingStarts(manager: EntityManager, most: number): Promise<string[]> {
  const rows = await queryPrepared<{ id: string }>(manager, PENDING, [most]);
  return rows.map(({ id }) => id);
}

export async function markStarted(manager: EntityManager, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  await queryPrepared(manager, MARK_STARTED, [[...caseIds]]);
}
