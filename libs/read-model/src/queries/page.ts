import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { BadCursor, cursorOf, placeOf } from './cursor.js';

/** How a list may be ordered: an expression without nulls, and its type for the cursor. */
export interface Order {
  readonly by: string;
  readonly type: 'text' | 'timestamptz';
  readonly direction: 'ASC' | 'DESC';
}

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  /** Cursor of the next page, null on the last one. */
  readonly next: string | null;
}

export interface PageAsked {
  readonly sort: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * One page of a query, by the last row's place and not by counting, so that rows that come or go do not shift it.
 * @param id  expression that is unique in the list.
 * @throws BadCursor
 */
export async function page<Row extends ObjectLiteral, Shown>(
  query: SelectQueryBuilder<Row>,
  order: Order,
  id: string,
  asked: PageAsked,
  show: (raw: Record<string, unknown>) => Shown,
): Promise<PageOf<Shown>> {
  const { by, type, direction } = order;
  if (asked.cursor !== undefined) {
    const { value, id: last } = placeOf(asked.cursor, asked.sort);
    if (type === 'timestamptz' && value !== 'infinity' && value !== '-infinity' && Number.isNaN(Date.parse(value))) throw new BadCursor();
    const beyond = direction === 'ASC' ? '>' : '<';
    query.andWhere(`(${by}, ${id}) ${beyond} (CAST(:placeValue AS ${type}), :placeId)`, { placeValue: value, placeId: last });
  }
  const raws = await query
    .addSelect(`(${by})::text`, 'place_value')
    .addSelect(id, 'place_id')
    .orderBy(by, direction)
    .addOrderBy(id, direction)
    .limit(asked.limit + 1)
    .getRawMany<Record<string, unknown>>();
  const shown = raws.slice(0, asked.limit);
  const last = shown.at(-1);
  const more = raws.length > asked.limit && last !== undefined;
  return {
    rows: shown.map(show),
    next: more ? cursorOf({ sort: asked.sort, value: String(last['place_value']), id: String(last['place_id']) }) : null,
  };
}

/** The driver gives timestamps as dates; the house speaks of instants as text. */
export function instantOf(value: unknown): string {
  return new Date(value as Date | string).toISOString();
}

export function instantOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : instantOf(value);
}
