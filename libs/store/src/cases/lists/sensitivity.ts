import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { audit } from '../../audit/audit.js';
import { SensitiveCaseTable } from './sensitive-case-table.js';

/** Writes an audit entry for every sensitive case among those of which a list has shown events or deadlines. */
export async function auditReadsOfSensitive(
  manager: EntityManager,
  caseIds: readonly string[],
  { by, route }: { readonly by: UserId; readonly route: string | undefined },
): Promise<void> {
  if (caseIds.length === 0) return;
  const rows = await manager.findBy(SensitiveCaseTable, { caseId: In([...new Set(caseIds)]) });
  for (const { caseId } of rows) await audit(manager, { kind: 'sensitiveRead', by, caseId, detail: { route } });
}

/** Marks or unmarks a case as sensitive and writes an audit entry when that changed something. */
export async function setSensitive(
  manager: EntityManager,
  { caseId, sensitive, by }: { readonly caseId: string; readonly sensitive: boolean; readonly by: UserId },
): Promise<void> {
  await manager.transaction(async (within) => {
    const changed = sensitive ? await mark(within, caseId, by) : await unmark(within, caseId);
    if (changed) await audit(within, { kind: 'sensitivityChanged', by, caseId, detail: { sensitive } });
  });
}

async function mark(manager: EntityManager, caseId: string, by: UserId): Promise<boolean> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(SensitiveCaseTable)
    .values({ caseId, markedBy: by })
    .orIgnore()
    .returning('case_id')
    .execute();
  return (inserted.raw as readonly unknown[]).length > 0;
}

async function unmark(manager: EntityManager, caseId: string): Promise<boolean> {
  const { affected } = await manager.delete(SensitiveCaseTable, { caseId });
  return (affected ?? 0) > 0;
}
