/** The sort values of the last row of a page, as text that Postgres reads back without loss. */
export type Cursor = readonly string[];

/** One of the expressions that a list is sorted by; the last one is unique. */
export interface SortKey {
  readonly sql: string;
  readonly type: 'timestamptz' | 'uuid' | 'text' | 'bigint' | 'boolean';
}

/** All keys go the same way. */
export type Direction = 'ASC' | 'DESC';

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Cursor of the next page; null on the last one. */
  readonly next: Cursor | null;
}

/** What a query with `cursorSql` gives beside its row. */
export interface WithCursor {
  readonly cursor: Cursor;
}

export interface Paging {
  readonly limit: number;
  readonly cursor?: Cursor | undefined;
}

export const orderSql = (keys: readonly SortKey[], direction: Direction): string =>
  `ORDER BY ${keys.map(({ sql }) => `${sql} ${direction}`).join(', ')}`;

/** Selects the cursor of each row. */
export const cursorSql = (keys: readonly SortKey[]): string =>
  `ARRAY[${keys.map(({ sql }) => `(${sql})::text`).join(', ')}] AS cursor`;

/** @param rows  read with a limit of one more than `limit`, to know whether there is a next page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => Cursor): Page<Row> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

export const cursorIn = ({ cursor }: WithCursor): Cursor => cursor;

/** Rows are counted up to this; a list with more is said to have at least so many. */
export const COUNTED_AT_MOST = 1_000;

export interface Total {
  readonly count: number;
  /** There are more than `count`. */
  readonly isCapped: boolean;
}

/** @param count  of at most one row more than `COUNTED_AT_MOST`. */
export const totalOf = (count: number): Total => ({
  count: Math.min(count, COUNTED_AT_MOST),
  isCapped: count > COUNTED_AT_MOST,
});
