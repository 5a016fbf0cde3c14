import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { Instant } from '#domain/time.js';
import type { OutboxStatus } from '#domain/model/outbox-status.js';
import { pageOf } from '../../db/page.js';
import type { Cursor, Page } from '../../db/page.js';
import { Where } from '../../db/where.js';
import { readableSql } from './readable-cases.js';

export interface OutboxFilter {
  /** Read tokens of the reader; messages of the cases that accept one of them are listed. */
  readonly tokens: readonly string[];
  readonly collaboration?: string | undefined;
  readonly status?: OutboxStatus | undefined;
  /** Only messages to this recipient slot. */
  readonly slot?: string | undefined;
}

export interface ListedOutboxMessage {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly slot: string;
  readonly deadline: string | null;
  readonly rung: string | null;
  readonly template: string;
  readonly language: string;
  readonly dueAt: Instant;
  readonly notBefore: Instant;
  readonly status: OutboxStatus;
  readonly sentAt: Instant | null;
  readonly state: Case;
}

type Row = Omit<ListedOutboxMessage, 'dueAt' | 'notBefore' | 'sentAt'> & {
  dueAt: Date;
  notBefore: Date;
  sentAt: Date | null;
  sorted: string;
};

const DUE_AT_SORT = `to_char(m.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

/** Sorted by due time, oldest first. */
export async function listOutboxMessages(
  manager: EntityManager,
  { tokens, collaboration, status, slot }: OutboxFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor?: Cursor | undefined },
): Promise<Page<ListedOutboxMessage>> {
  const where = new Where()
    .and(readableSql('$?'), [...tokens])
    .and('m.case_id = $?', collaboration)
    .and('m.slot = $?', slot)
    .and('m.status = $?', status)
    .after(DUE_AT_SORT, 'ASC', 'm.id::text', cursor);
  const rows = await manager.query<Row[]>(
    `SELECT m.id, m.seq, m.kind, m.slot, m.deadline, m.rung, m.template, m.language, m.due_at AS "dueAt",
            m.not_before AS "notBefore", m.status, m.sent_at AS "sentAt", c.body AS state, ${DUE_AT_SORT} AS sorted
     FROM outbox_message m JOIN collaboration c ON c.id = m.case_id WHERE ${where.toString()}
     ORDER BY ${DUE_AT_SORT}, m.id::text LIMIT ${limit + 1}`,
    where.parameters,
  );
  const page = pageOf(rows, limit, (row) => ({ after: row.sorted, id: row.id }));
  return { rows: page.rows.map(listedMessage), next: page.next };
}

function listedMessage({ sorted: _sorted, dueAt, notBefore, sentAt, ...row }: Row): ListedOutboxMessage {
  return {
    ...row,
    dueAt: dueAt.toISOString(),
    notBefore: notBefore.toISOString(),
    sentAt: sentAt && sentAt.toISOString(),
  };
}
