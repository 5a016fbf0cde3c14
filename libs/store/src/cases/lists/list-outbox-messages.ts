import type { EntityManager } from 'typeorm';
import type { CasePeople, OwedBy } from '#domain/deadline/debtor-creditor.js';
import type { Case } from '#domain/model/case.js';
import type { Instant } from '#domain/time.js';
import type { OutboxStatus } from '#domain/model/outbox-status.js';
import { cursorIn, cursorSql, orderSql, pageOf } from '../../db/page.js';
import type { Page, Paging, SortKey, WithCursor } from '../../db/page.js';
import { Where } from '../../db/where.js';
import { HANDOVERS_SQL, instantOf } from './case-row.js';
import { fewReadableCases, readableSql } from './readable-cases.js';

export interface OutboxFilter {
  /** Read tokens of the reader; messages of the cases that accept one of them are listed. */
  readonly tokens: readonly string[];
  readonly collaboration?: string | undefined;
  readonly status?: OutboxStatus | undefined;
  /** Only messages to the entrepreneur, and to those who speak for the whole organisation when the reader does. */
  readonly toOutsider?: boolean | undefined;
}

/** The people of the message's case, to whom its slot points. */
type Addressed = CasePeople & Pick<Case, 'id' | 'number' | 'deputy' | 'contact'> & { readonly title: string };

export interface ListedOutboxMessage {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly slot: string;
  readonly deadline: string | null;
  readonly rung: string | null;
  readonly owedBy: OwedBy | null;
  readonly template: string;
  readonly language: string;
  readonly dueAt: Instant;
  readonly notBefore: Instant;
  readonly status: OutboxStatus;
  readonly sentAt: Instant | null;
  readonly case: Addressed;
}

type Row = Omit<ListedOutboxMessage, 'dueAt' | 'notBefore' | 'sentAt' | 'case'> &
  Omit<Addressed, 'id'> &
  WithCursor & { caseId: string; dueAt: Date; notBefore: Date; sentAt: Date | null };

const SORTED_BY: readonly SortKey[] = [
  { sql: 'm.due_at', type: 'timestamptz' },
  { sql: 'm.id', type: 'uuid' },
];

const IS_TO_OUTSIDER = `(m.slot = 'entrepreneur' OR (m.slot = 'speakers' AND 'org:' || c.organisation = ANY ($?::text[])))`;

/** Sorted by due time, oldest first. */
export async function listOutboxMessages(
  manager: EntityManager,
  { tokens, collaboration, status, toOutsider }: OutboxFilter,
  { limit, cursor }: Paging,
): Promise<Page<ListedOutboxMessage>> {
  const few = collaboration === undefined ? await fewReadableCases(manager, tokens) : null;
  const where = new Where()
    .and(readableSql('$?'), [...tokens])
    .and('m.case_id = ANY ($?::uuid[])', few ?? undefined)
    .and('m.case_id = $?', collaboration)
    .and(IS_TO_OUTSIDER, toOutsider === true ? [...tokens] : undefined)
    .and('m.status = $?', status)
    .after(SORTED_BY, 'ASC', cursor);
  const rows = await manager.query<Row[]>(
    `SELECT m.id, m.seq, m.kind, m.slot, m.deadline, m.rung, m.owed_by AS "owedBy", m.template, m.language,
            m.due_at AS "dueAt", m.not_before AS "notBefore", m.status, m.sent_at AS "sentAt", c.id AS "caseId", c.number, c.title, c.owner,
            c.deputy, c.contact, c.entrepreneur, c.unit, ${HANDOVERS_SQL} AS handovers, ${cursorSql(SORTED_BY)}
     FROM outbox_message m JOIN collaboration c ON c.id = m.case_id
     WHERE ${where.toString()} ${orderSql(SORTED_BY, 'ASC')} LIMIT ${limit + 1}`,
    where.parameters,
  );
  const page = pageOf(rows, limit, cursorIn);
  return { ...page, rows: page.rows.map(listedMessage) };
}

function listedMessage({ cursor: _cursor, dueAt, notBefore, sentAt, ...row }: Row): ListedOutboxMessage {
  const { caseId, number, title, owner, deputy, contact, entrepreneur, unit, handovers, ...message } = row;
  return {
    ...message,
    dueAt: instantOf(dueAt),
    notBefore: instantOf(notBefore),
    sentAt: sentAt && instantOf(sentAt),
    case: { id: caseId, number, title, owner, deputy, contact, entrepreneur, unit, handovers },
  };
}
