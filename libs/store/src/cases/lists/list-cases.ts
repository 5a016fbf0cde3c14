import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { Instant } from '#domain/time.js';
import { likeContaining } from '../../db/like.js';
import { pageOf } from '../../db/page.js';
import type { Cursor, Page } from '../../db/page.js';
import type { StoredCase } from './find-case.js';
import { readableSql } from './readable-cases.js';
import { stuckCondition } from './stuck-condition.js';
import { Where } from '../../db/where.js';

export interface CaseFilter {
  /** Read tokens of the reader; a case is listed when it accepts one of them. */
  readonly tokens: readonly string[];
  /** The tokens that also show whether a case is stuck or at risk; for other readers no case is. */
  readonly internalTokens: readonly string[];
  readonly phase?: string | undefined;
  readonly state?: string | undefined;
  readonly unit?: string | undefined;
  readonly owner?: string | undefined;
  readonly waitingFor?: string | undefined;
  readonly stuck?: boolean | undefined;
  /** Cases that depend on one person, or (`wanted` false) the others; see domain/policy/key-person-risks.ts. */
  readonly risk?: PeopleAtRisk | undefined;
  /** Part of the title, the case number or the organisation's name. */
  readonly q?: string | undefined;
}

export interface PeopleAtRisk {
  readonly wanted: boolean;
  readonly contacts: readonly string[];
  readonly owners: readonly string[];
  /** Away without a substitute. */
  readonly uncovered: readonly string[];
}

/** Sort keys as text in the order of the column; the case id breaks ties. */
const SORTED_BY = {
  number: 'c.number',
  openedAt: `to_char(c.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
  phaseSince: `to_char(c.phase_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
  due: `coalesce(to_char(c.next_due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '9999')`,
} as const;

export interface CaseOrder {
  readonly by: keyof typeof SORTED_BY;
  readonly direction: 'ASC' | 'DESC';
}

export interface ListedCase extends StoredCase {
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly nextDueAt: Instant | null;
}

interface Row {
  body: Case;
  title: string;
  organisation_id: string | null;
  organisation_name: string | null;
  next_due_at: Date | null;
  sorted: string;
}

export async function listCases(
  manager: EntityManager,
  filter: CaseFilter,
  order: CaseOrder,
  { limit, cursor, now }: { readonly limit: number; readonly cursor?: Cursor | undefined; readonly now: Instant },
): Promise<Page<ListedCase> & { readonly total: number }> {
  const column = SORTED_BY[order.by];
  const where = whereOf(filter, now);
  const [{ total } = { total: '0' }] = await manager.query<{ total: string }[]>(
    `SELECT count(*) AS total FROM ${FROM} WHERE ${where.toString()}`,
    where.parameters,
  );
  where.after(column, order.direction, 'c.id::text', cursor);
  const rows = await manager.query<Row[]>(
    `SELECT c.body, c.title, o.id AS organisation_id, o.name AS organisation_name, c.next_due_at, ${column} AS sorted
     FROM ${FROM} WHERE ${where.toString()}
     ORDER BY ${column} ${order.direction}, c.id::text ${order.direction} LIMIT ${limit + 1}`,
    where.parameters,
  );
  const page = pageOf(rows, limit, (row) => ({ after: row.sorted, id: row.body.id }));
  return { rows: page.rows.map(listedCase), next: page.next, total: Number(total) };
}

const FROM = 'collaboration c LEFT JOIN organisation o ON o.id::text = c.organisation';

function whereOf(filter: CaseFilter, now: Instant): Where {
  const { tokens, internalTokens, phase, state, unit, owner, waitingFor, stuck, risk, q } = filter;
  const where = new Where()
    .and(readableSql('$?'), [...tokens])
    .and('c.phase = $?', phase)
    .and('c.state = $?', state)
    .and('c.unit = $?', unit)
    .and('c.owner = $?', owner)
    .and('c.waiting_for = $?', waitingFor)
    .and(`(c.number ILIKE $? OR c.title ILIKE $? OR o.name ILIKE $?)`, q === undefined ? undefined : likeContaining(q));
  return where
    .and(IS_AT_RISK, risk && JSON.stringify({ ...risk, inside: internalTokens }))
    .and(...stuckCondition(stuck, internalTokens, now));
}

/** An open case without a deputy, with one of these contacts or owners, or with both owner and deputy uncovered. */
const IS_AT_RISK = `($?::jsonb->'inside' ?| c.readers AND c.state IN ('OPEN', 'SUSPENDED') AND (
  c.deputy IS NULL OR $?::jsonb->'contacts' ? c.contact OR $?::jsonb->'owners' ? c.owner
  OR ($?::jsonb->'uncovered' ? c.owner AND $?::jsonb->'uncovered' ? c.deputy)
)) = ($?::jsonb->>'wanted')::boolean`;

function listedCase({ body, title, organisation_id: id, organisation_name: name, next_due_at: due }: Row): ListedCase {
  return {
    state: body,
    title,
    organisation: id !== null && name !== null ? { id, name } : null,
    nextDueAt: due && due.toISOString(),
  };
}
