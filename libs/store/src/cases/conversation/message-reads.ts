import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import { queryPrepared } from '../../db/query-prepared.js';
import { MessageReadTable } from './message-read-table.js';
import type { MessageReadRow } from './message-read-table.js';

export type { MessageReadRow } from './message-read-table.js';

/** Only as far as there are messages, and only further than before. */
const MARK_READ = `
  INSERT INTO message_read (case_id, person, up_to, side, at)
  SELECT $1, $2, read.up_to, $4, $5
  FROM (SELECT least($3::integer, (SELECT max(n) FROM message WHERE case_id = $1)) AS up_to) read
  WHERE read.up_to > coalesce((SELECT max(up_to) FROM message_read WHERE case_id = $1 AND person = $2), 0)
  ON CONFLICT DO NOTHING
  RETURNING up_to`;

/** Remembers that the person has read the messages up to this one. @returns false when they had before. */
export async function markRead(
  manager: EntityManager,
  { caseId, person, upTo, side, at }: MessageReadRow,
): Promise<boolean> {
  return (await queryPrepared(manager, MARK_READ, [caseId, person, upTo, side, at])).length > 0;
}

/** What was read of a case from this message on, in the order in which it was. */
export function readingsFrom(manager: EntityManager, caseId: string, n: number): Promise<MessageReadRow[]> {
  const where = { caseId, upTo: MoreThanOrEqual(n) };
  return manager.find(MessageReadTable, { where, order: { upTo: 'ASC', person: 'ASC' } });
}

/** SQL of how many messages of others a person has not said to have read; the case and the person are values of the query. */
export const unreadSql = (caseId: string, person: string): string => `
  (SELECT count(*)::integer FROM message m WHERE m.case_id = ${caseId} AND m.by <> ${person} AND m.n >
     coalesce((SELECT max(r.up_to) FROM message_read r WHERE r.case_id = ${caseId} AND r.person = ${person}), 0))`;

const UNREAD = `SELECT ${unreadSql('$1', '$2')} AS unread`;

export async function unreadMessages(manager: EntityManager, caseId: string, person: string): Promise<number> {
  const [row] = await queryPrepared<{ unread: number }>(manager, UNREAD, [caseId, person]);
  return row?.unread ?? 0;
}
