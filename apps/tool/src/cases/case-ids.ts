import type { EntityManager } from 'typeorm';

const BATCH_SIZE = 50;

/** Every table with rows of cases, and its indexed column with the case id. */
const CASE_TABLES = [
  ['event', 'case_id'],
  ['collaboration', 'id'],
  ['deadline', 'case_id'],
  ['handover', 'case_id'],
  ['ownership', 'case_id'],
  ['outbox_message', 'case_id'],
  ['diverged', 'case_id'],
  ['start_request', 'case_id'],
] as const;

const EVENT_TABLE = CASE_TABLES.slice(0, 1);

/** Yields the ids of all cases with any row, in order, in batches. May miss a case that is opened meanwhile. */
export function allCaseIds(manager: EntityManager): AsyncIterable<string[]> {
  return batches(manager, CASE_TABLES);
}

/** Yields the ids of all cases with events, in order, in batches. */
export function caseIdsWithEvents(manager: EntityManager): AsyncIterable<string[]> {
  return batches(manager, EVENT_TABLE);
}

async function* batches(
  manager: EntityManager,
  tables: typeof CASE_TABLES | typeof EVENT_TABLE,
): AsyncIterable<string[]> {
  for (let last: string | undefined = '00000000-0000-0000-0000-000000000000'; last !== undefined;) {
    const selects = tables.map(
      ([table, column]) =>
        `(SELECT DISTINCT ${column} AS id FROM ${table} WHERE ${column} > $1 ORDER BY ${column} LIMIT ${BATCH_SIZE})`,
    );
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM (${selects.join(' UNION ')}) AS holder ORDER BY id LIMIT ${BATCH_SIZE}`,
      [last],
    );
    if (rows.length > 0) yield rows.map(({ id }) => id);
    last = rows.at(BATCH_SIZE - 1)?.id;
  }
}
