import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { Act } from '#domain/next/act.js';

export interface DebtKey {
  readonly caseId: string;
  readonly id: string;
}

export const debtKey = ({ caseId, id }: DebtKey): string => `${caseId} ${id}`;

/** What would meet each of these debts, by `debtKey`; those that nothing can meet now are absent. */
export async function actsOfDebts(
  manager: EntityManager,
  debts: readonly DebtKey[],
): Promise<ReadonlyMap<string, Act>> {
  if (debts.length === 0) return new Map();
  const rows = await manager.query<{ caseId: string; id: string; act: Act }[]>(
    `SELECT d.case_id AS "caseId", d.id, d.act
     FROM unnest($1::uuid[], $2::text[]) AS wanted (case_id, id) JOIN deadline d USING (case_id, id) WHERE d.act IS NOT NULL`,
    [debts.map(({ caseId }) => caseId), debts.map(({ id }) => id)],
  );
  return new Map(rows.map(({ act, ...key }) => [debtKey(key), act]));
}

/** The whole state of some cases, by id. */
export async function statesOf(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Case>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.query<{ id: string; body: Case }[]>(
    'SELECT id, body FROM collaboration WHERE id = ANY ($1::uuid[])',
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}
