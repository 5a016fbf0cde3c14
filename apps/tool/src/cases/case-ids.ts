import type { EntityManager } from 'typeorm';

const BATCH = 50;

/** Every table that holds rows of cases, with the column that says which; all are indexed by it. */
const HOLDERS = [
  ['event', 'case_id'],
  ['collaboration', 'id'],
  ['deadline', 'case_id'],
  ['handover', 'case_id'],
  ['ownership', 'case_id'],
  ['outbox_message', 'case_id'],
  ['diverged', 'case_id'],
  ['start_request', 'case_id'],
] as const;

const HAS_EVENTS = HOLDERS.slice(0, 1);

/** Ids of all cases of which there is any row, in order, so many at a time; a case opened meanwhile may be missed. */
export function allCaseIds(manager: EntityManager): AsyncIterable<string[]> {
  return batches(manager, HOLDERS);
}

/** Ids of all cases that have events. */
export function eventCaseIds(manager: EntityManager): AsyncIterable<string[]> {
  return batches(manager, HAS_EVENTS);
}

async function* batches(manager: EntityManager, holders: typeof HOLDERS | typeof HAS_EVENTS): AsyncIterable<string[]> {
  for (let last: string | undefined = '00000000-0000-0000-0000-000000000000'; last !== undefined;) {
    const parts = holders.map(
      ([table, column]) =>
        `(SELECT DISTINCT ${column} AS id FROM ${table} WHERE ${column} > $1 ORDER BY ${column} LIMIT ${BATCH})`,
    );
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM (${parts.join(' UNION ')}) AS holder ORDER BY id LIMIT ${BATCH}`,
      [last],
    );
    if (rows.length > 0) yield rows.map(({ id }) => id);
    last = rows.at(BATCH - 1)?.id;
  }
}
