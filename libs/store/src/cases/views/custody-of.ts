import type { EntityManager } from 'typeorm';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { Instant } from '#domain/time.js';
import { CustodyTable } from './custody.js';

/** Who owned a case, and since when. */
export interface Custody {
  readonly owner: UserId;
  readonly unit: UnitId;
  readonly fromAt: Instant;
}

/** Oldest first. */
export async function custodyOf(manager: EntityManager, caseId: string): Promise<readonly Custody[]> {
  const rows = await manager.find(CustodyTable, { where: { caseId }, order: { fromSeq: 'ASC' } });
  return rows.map(({ owner, unit, fromAt }) => ({ owner, unit, fromAt }));
}
