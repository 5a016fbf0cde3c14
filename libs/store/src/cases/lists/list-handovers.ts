import type { EntityManager } from 'typeorm';
import type { Handover } from '#domain/model/case.js';
import type { Instant } from '#domain/time.js';
import { cursorIn, cursorSql, orderSql, pageOf } from '../../db/page.js';
import type { Direction, Page, Paging, SortKey, WithCursor } from '../../db/page.js';
import { Where } from '../../db/where.js';
import { caseColumnsSql, listedCase } from './case-row.js';
import type { CaseColumns, ListedCase } from './case-row.js';
import { IS_SENSITIVE_SQL } from './find-case.js';
import { fewReadableCases, readableSql } from './readable-cases.js';
import { stuckCondition } from './stuck-condition.js';

export interface HandoverFilter {
  /** Read tokens of the reader; handovers of the cases that accept one of them are listed. */
  readonly tokens: readonly string[];
  /** The tokens that also show whether a handover is stuck. */
  readonly internalTokens: readonly string[];
  /** The tokens that also show handovers which are not sent. */
  readonly draftTokens: readonly string[];
  readonly open?: boolean | undefined;
  /** Whether it is the handover that keeps its case stuck. */
  readonly stuck?: boolean | undefined;
  readonly fromUnit?: string | undefined;
  readonly toUnit?: string | undefined;
  readonly state?: readonly string[] | undefined;
  /** A person to whom it is sent. */
  readonly toPerson?: string | undefined;
  /** The person who answers for it as the sender. */
  readonly fromPerson?: string | undefined;
  /** It comes from or goes to one of these. */
  readonly betweenUnits?: readonly string[] | undefined;
}

export interface ListedHandover {
  readonly case: ListedCase;
  readonly handover: Handover;
  readonly open: boolean;
  readonly sensitive: boolean;
}

type Row = CaseColumns & WithCursor & Omit<ListedHandover, 'case'>;

const SORTED_BY: readonly SortKey[] = [
  { sql: `coalesce(h.sent_at, 'infinity')`, type: 'timestamptz' },
  { sql: 'h.case_id', type: 'uuid' },
  { sql: 'h.id', type: 'text' },
];

/** Sorted by when they were sent, drafts last. */
export async function listHandovers(
  manager: EntityManager,
  filter: HandoverFilter,
  direction: Direction,
  { limit, cursor, now }: Paging & { readonly now: Instant },
): Promise<Page<ListedHandover>> {
  const { tokens, internalTokens, draftTokens, open, stuck } = filter;
  const { fromUnit, toUnit, state, toPerson, fromPerson, betweenUnits } = filter;
  const few = await fewReadableCases(manager, tokens);
  const where = new Where()
    .and(readableSql('$?'), [...tokens])
    .and('h.case_id = ANY ($?::uuid[])', few ?? undefined)
    .and('(h.sent_at IS NOT NULL OR c.readers && $?::text[])', [...draftTokens])
    .and(open === false ? 'NOT h.open' : 'h.open', ...(open === undefined ? [undefined] : []))
    .and('h.from_unit = $?', fromUnit)
    .and('h.to_units @> ARRAY[$?::text]', toUnit)
    .and('h.state = ANY ($?::text[])', state && [...state])
    .and('h.receivers @> $?::jsonb', toPerson && JSON.stringify([{ person: toPerson }]))
    .and('h.from_person = $?', fromPerson)
    .and('(h.from_unit = ANY ($?::text[]) OR h.to_units && $?::text[])', betweenUnits && [...betweenUnits])
    .and(...stuckCondition(stuck, { tokens, internalTokens }, now, 'h'))
    .after(SORTED_BY, direction, cursor);
  const rows = await manager.query<Row[]>(
    `SELECT h.body AS handover, h.open, ${caseColumnsSql(where.value([...internalTokens]))}, ${IS_SENSITIVE_SQL} AS sensitive,
            ${cursorSql(SORTED_BY)}
     FROM handover h JOIN collaboration c ON c.id = h.case_id
     WHERE ${where.toString()} ${orderSql(SORTED_BY, direction)} LIMIT ${limit + 1}`,
    where.parameters,
  );
  const page = pageOf(rows, limit, cursorIn);
  return {
    ...page,
    rows: page.rows.map(({ handover, open: isOpen, sensitive, ...row }) => ({
      case: listedCase(row),
      handover,
      open: isOpen,
      sensitive,
    })),
  };
}
