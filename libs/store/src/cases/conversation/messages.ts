import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import { cursorIn, cursorSql, orderSql, pageOf } from '../../db/page.js';
import type { Direction, Page, Paging, SortKey, WithCursor } from '../../db/page.js';
import { queryPrepared } from '../../db/query-prepared.js';
import { Where } from '../../db/where.js';
import { insertRows, rowsInto, writeRows } from '../../db/write-rows.js';
import { OutboxMessageTable } from '../../mailroom/outbox-message-table.js';
import { messageSentLetters } from '../../mailroom/outbox-messages-of.js';
import { putSearchTexts, type NewSearchText } from '../search/search-texts.js';
import { MessageTable } from './message-table.js';
import type { MessageRow } from './message-table.js';

export type { MessageRow } from './message-table.js';

const NEXT_MESSAGE = `SELECT coalesce(max(n), 0) + 1 AS n FROM message WHERE case_id = $1`;

/** A message that has no number yet. */
export type NewMessage = Omit<MessageRow, 'caseId' | 'id' | 'n' | 'messageId'>;

/**
 * Writes the message together with the letters that tell the other side of it. Call it with the case locked (`lockCase`).
 * @param host  the right side of its Message-ID.
 */
export async function addMessage(
  manager: EntityManager,
  state: Case,
  message: NewMessage,
  host: string,
): Promise<MessageRow> {
  const row = await numbered(manager, state.id, { ...message, id: randomUUID() }, host);
  const letters = messageSentLetters(state, row);
  await writeRows(manager, rowsInto(MessageTable, [row]), rowsInto(OutboxMessageTable, letters));
  await putSearchTexts(manager, [messageText(row)]);
  return row;
}

/** A message of a case that is imported: both sides know it, so no letter tells of it. */
export async function importMessage(
  manager: EntityManager,
  caseId: string,
  message: NewMessage & Pick<MessageRow, 'id'>,
  host: string,
): Promise<void> {
  const row = await numbered(manager, caseId, message, host);
  await insertRows(manager, MessageTable, [row]);
  await putSearchTexts(manager, [messageText(row)]);
}

async function numbered(
  manager: EntityManager,
  caseId: string,
  message: NewMessage & Pick<MessageRow, 'id'>,
  host: string,
): Promise<MessageRow> {
  const [next] = await queryPrepared<{ n: number }>(manager, NEXT_MESSAGE, [caseId]);
  return { ...message, caseId, n: next?.n ?? 1, messageId: `<${message.id}@${host}>` };
}

/** What the search finds of a message. */
export const messageText = ({ caseId, id, at, body }: MessageRow): NewSearchText => ({
  ...{ caseId, source: 'MESSAGE', sourceId: id, visibility: 'SHARED', at },
  text: body,
});

export function messageById(manager: EntityManager, id: string): Promise<MessageRow> {
  return manager.findOneByOrFail(MessageTable, { id });
}

/** Those of the messages that are this case's. */
export function messagesById(manager: EntityManager, caseId: string, ids: readonly string[]): Promise<MessageRow[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : manager.find(MessageTable, { where: { caseId, id: In([...ids]) }, order: { n: 'ASC' } });
}

const SORTED_BY: readonly SortKey[] = [{ sql: 'e.n', type: 'bigint' }];

type Row = Omit<MessageRow, 'at'> & WithCursor & { at: Date };

/** The messages of one case, by `n`, read in the order of the primary key. */
export async function listMessages(
  manager: EntityManager,
  { caseId, direction }: { readonly caseId: string; readonly direction: Direction },
  { limit, cursor }: Paging,
): Promise<Page<MessageRow>> {
  const where = new Where().and('e.case_id = $?', caseId).after(SORTED_BY, direction, cursor);
  const rows = await manager.query<Row[]>(
    `SELECT e.case_id AS "caseId", e.n, e.id, e.from_side AS "from", e.by, e.at, e.body, e.message_id AS "messageId",
            e.contact, ${cursorSql(SORTED_BY)}
     FROM message e WHERE ${where.toString()} ${orderSql(SORTED_BY, direction)} LIMIT ${limit + 1}`,
    where.parameters,
  );
  const page = pageOf(rows, limit, cursorIn);
  return { ...page, rows: page.rows.map(({ cursor: _cursor, at, ...row }) => ({ ...row, at: at.toISOString() })) };
}

/** The messages of a case that the municipality marked as contacts with a possible supplier, oldest first. */
export function contactMessages(manager: EntityManager, caseId: string): Promise<MessageRow[]> {
  return manager.find(MessageTable, { where: { caseId, contact: true }, order: { n: 'ASC' } });
}
