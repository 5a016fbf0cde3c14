import type { EntityManager } from 'typeorm';
import { queryPrepared } from './query-prepared.js';
import { RequestAnswerTable } from './request-answer-table.js';
import type { RequestAnswerRow } from './request-answer-table.js';

const CLAIM = `
  INSERT INTO request_answer (caller, key, hash, answer) VALUES ($1, $2, $3, $4::jsonb)
  ON CONFLICT DO NOTHING RETURNING key`;

type RequestKey = Pick<RequestAnswerRow, 'caller' | 'key'>;

/**
 * Inserts the row unless the key is taken. A concurrent insert with the same key waits for this transaction.
 * @returns the row of the earlier request, or undefined when this one was inserted.
 */
export async function claimRequest(
  manager: EntityManager,
  row: Omit<RequestAnswerRow, 'at'>,
): Promise<RequestAnswerRow | undefined> {
  const values = [row.caller, row.key, row.hash, JSON.stringify(row.answer)];
  const inserted = await queryPrepared(manager, CLAIM, values);
  if (inserted.length > 0) return undefined;
  return manager.findOneByOrFail(RequestAnswerTable, { caller: row.caller, key: row.key });
}

export async function saveAnswer(manager: EntityManager, { caller, key }: RequestKey, answer: object): Promise<void> {
  await manager.update(RequestAnswerTable, { caller, key }, { answer });
}

/** Forgets keys after a week of wall time, longer than clients repeat a request. @returns how many. */
export async function sweepRequestAnswers(manager: EntityManager): Promise<number> {
  const { affected } = await manager
    .createQueryBuilder()
    .delete()
    .from(RequestAnswerTable)
    .where(`at < now() - interval '7 days'`)
    .execute();
  return affected ?? 0;
}
