import { LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { RequestAnswerTable } from './request-answer-table.js';
import type { RequestAnswerRow } from './request-answer-table.js';

/** How long an Idempotency-Key is kept, in wall time: longer than clients repeat a request. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

export function findRequestAnswer(
  manager: EntityManager,
  caller: string,
  key: string,
): Promise<RequestAnswerRow | null> {
  return manager.findOneBy(RequestAnswerTable, { caller, key });
}

export async function saveRequestAnswer(manager: EntityManager, row: Omit<RequestAnswerRow, 'at'>): Promise<void> {
  await manager.delete(RequestAnswerTable, { at: LessThan(new Date(Date.now() - KEPT_MS)) });
  await manager.insert(RequestAnswerTable, row);
}
