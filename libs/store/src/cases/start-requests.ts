import { In, IsNull, type EntityManager } from 'typeorm';
import { StartRequestTable } from './start-request-table.js';

/** Cases whose workflow is not started yet, oldest request first. */
export async function pendingStarts(manager: EntityManager, most: number): Promise<string[]> {
  const rows = await manager.find(StartRequestTable, {
    where: { startedAt: IsNull() },
    order: { requestedAt: 'ASC' },
    take: most,
  });
  return rows.map(({ caseId }) => caseId);
}

export async function markStarted(manager: EntityManager, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  await manager.update(
    StartRequestTable,
    { caseId: In([...caseIds]), startedAt: IsNull() },
    { startedAt: () => 'now()' },
  );
}
