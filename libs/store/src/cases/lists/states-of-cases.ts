import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';

export interface DebtKey {
  readonly caseId: string;
  readonly id: string;
}

export const debtKey = ({ caseId, id }: DebtKey): string => `${caseId} ${id}`;

/** The whole state of some cases, by id. */
export async function statesOf(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Case>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.query<{ id: string; body: Case }[]>(
    'SELECT id, body FROM collaboration WHERE id = ANY ($1::uuid[])',
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}
