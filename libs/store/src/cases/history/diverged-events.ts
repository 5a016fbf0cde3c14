import type { EntityManager } from 'typeorm';
import { DivergedTable } from './diverged-table.js';

export function countDiverged(manager: EntityManager): Promise<number> {
  return manager.count(DivergedTable);
}

export async function deleteDiverged(manager: EntityManager, caseId: string): Promise<void> {
  await manager.delete(DivergedTable, { caseId });
}
