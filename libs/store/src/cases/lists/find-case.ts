import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import { CollaborationTable } from '../views/collaboration-table.js';

export interface StoredCase {
  readonly state: Case;
  readonly title: string;
}

/** `sensitive`: every read of the case is audited. */
export interface FoundCase extends StoredCase {
  readonly sensitive: boolean;
}

/** SQL condition on a case aliased `c`. */
export const IS_SENSITIVE_SQL = 'EXISTS (SELECT 1 FROM sensitive_case s WHERE s.case_id = c.id)';

export async function findCase(manager: EntityManager, id: string): Promise<FoundCase | null> {
  const [row] = await manager.query<FoundCase[]>(
    `SELECT c.body AS state, c.title, ${IS_SENSITIVE_SQL} AS sensitive
     FROM collaboration c WHERE c.id = $1`,
    [id],
  );
  return row ?? null;
}

/** Tokens of which a reader must hold one; null when there is no such case. */
export async function readersOf(manager: EntityManager, id: string): Promise<readonly string[] | null> {
  const row = await manager.findOne(CollaborationTable, { select: { id: true, readers: true }, where: { id } });
  return row && row.readers;
}
