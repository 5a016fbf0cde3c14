import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import { queryPrepared } from '../../db/query-prepared.js';
import { CollaborationTable } from '../views/collaboration-table.js';

/** A case as it is read from its view row: the state folded from its events, and its title, which the state lacks. */
export interface StoredCase {
  readonly state: Case;
  readonly title: string;
}

export interface CaseWithSensitivity extends StoredCase {
  /** True when every read of the case is to be audited. */
  readonly sensitive: boolean;
}

/** SQL condition for a query in which `collaboration` has the alias `c`. */
export const IS_SENSITIVE_SQL = 'EXISTS (SELECT 1 FROM sensitive_case s WHERE s.case_id = c.id)';

const FIND_CASE = `
  SELECT c.body AS state, c.title, ${IS_SENSITIVE_SQL} AS sensitive FROM collaboration c WHERE c.id = $1`;

export async function findCase(manager: EntityManager, id: string): Promise<CaseWithSensitivity | null> {
  const [row] = await queryPrepared<CaseWithSensitivity>(manager, FIND_CASE, [id]);
  return row ?? null;
}

/** Who holds one of these may read the case; see domain/policy/read-access.ts. Null when there is no such case. */
export async function readTokensOfCase(manager: EntityManager, id: string): Promise<readonly string[] | null> {
  const row = await manager.findOne(CollaborationTable, { select: { id: true, readers: true }, where: { id } });
  return row && row.readers;
}
