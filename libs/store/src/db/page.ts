/** The sort value (`after`) and the id of the last row of a page. */
export interface Cursor {
  readonly after: string;
  readonly id: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Cursor of the next page; null on the last one. */
  readonly next: Cursor | null;
}

/** @param rows  read with a limit of one more than `limit`, to know whether there is a next page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => Cursor): Page<Row> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
