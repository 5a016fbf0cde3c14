import type { EntityManager } from 'typeorm';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { Instant } from '#domain/time.js';
import { OwnershipTable } from '../views/ownership-table.js';

/** Who owned a case, and since when. */
export interface OwnershipPeriod {
  readonly owner: UserId;
  readonly unit: UnitId;
  readonly fromAt: Instant;
}

/** Oldest first. */
export async function ownershipHistoryOf(manager: EntityManager, caseId: string): Promise<readonly OwnershipPeriod[]> {
  const rows = await manager.find(OwnershipTable, { where: { caseId }, order: { fromSeq: 'ASC' } });
  return rows.map(({ owner, unit, fromAt }) => ({ owner, unit, fromAt }));
}
