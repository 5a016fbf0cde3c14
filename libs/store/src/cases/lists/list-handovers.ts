import type { EntityManager } from 'typeorm';
import type { Case, Handover } from '#domain/model/case.js';
import type { Instant } from '#domain/time.js';
import { pageOf } from '../../db/page.js';
import type { Cursor, Page } from '../../db/page.js';
import { IS_SENSITIVE_SQL } from './find-case.js';
import type { CaseWithSensitivity } from './find-case.js';
import { readableSql } from './readable-cases.js';
import { stuckCondition } from './stuck-condition.js';
import { Where } from '../../db/where.js';

export interface HandoverFilter {
  /** Read tokens of the reader; handovers of the cases that accept one of them are listed. */
  readonly tokens: readonly string[];
  /** The tokens that also show whether a case is stuck. */
  readonly internalTokens: readonly string[];
  readonly open?: boolean | undefined;
  /** Whether the case of the handover is stuck. */
  readonly stuck?: boolean | undefined;
  readonly fromUnit?: string | undefined;
  readonly toUnit?: string | undefined;
}

export interface ListedHandover {
  readonly case: CaseWithSensitivity;
  readonly handover: Handover;
  readonly open: boolean;
}

interface Row {
  handover: Handover;
  open: boolean;
  body: Case;
  title: string;
  sensitive: boolean;
  sorted: string;
}

const SENT_AT_SORT = `coalesce(to_char(h.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '9999')`;

/** Sorted by when they were sent, drafts last. */
export async function listHandovers(
  manager: EntityManager,
  { tokens, internalTokens, open, stuck, fromUnit, toUnit }: HandoverFilter,
  direction: 'ASC' | 'DESC',
  { limit, cursor, now }: { readonly limit: number; readonly cursor?: Cursor | undefined; readonly now: Instant },
): Promise<Page<ListedHandover>> {
  const where = new Where()
    .and(readableSql('$?'), [...tokens])
    .and('h.open = $?', open)
    .and('h.from_unit = $?', fromUnit)
    .and('$? = ANY (h.to_units)', toUnit)
    .and(...stuckCondition(stuck, internalTokens, now));
  where.after(SENT_AT_SORT, direction, `(c.id::text || '/' || h.id)`, cursor);
  const rows = await manager.query<Row[]>(
    `SELECT h.body AS handover, h.open, c.body, c.title, ${IS_SENSITIVE_SQL} AS sensitive, ${SENT_AT_SORT} AS sorted
     FROM handover h JOIN collaboration c ON c.id = h.case_id WHERE ${where.toString()}
     ORDER BY ${SENT_AT_SORT} ${direction}, c.id::text || '/' || h.id ${direction} LIMIT ${limit + 1}`,
    where.parameters,
  );
  const page = pageOf(rows, limit, (row) => ({ after: row.sorted, id: `${row.body.id}/${row.handover.id}` }));
  return {
    rows: page.rows.map(({ body, title, sensitive, handover, open: isOpen }) => ({
      case: { state: body, title, sensitive },
      handover,
      open: isOpen,
    })),
    next: page.next,
  };
}
