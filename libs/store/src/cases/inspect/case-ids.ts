import type { EntityManager } from 'typeorm';

const BATCH_SIZE = 50;

/** The ids after `$1` in each table with rows of cases, by an index. */
const EVENT_IDS = `(SELECT DISTINCT case_id AS id FROM event WHERE case_id > $1 ORDER BY case_id LIMIT ${BATCH_SIZE})`;
const ALL_IDS = `${EVENT_IDS}
  UNION (SELECT id FROM collaboration WHERE id > $1 ORDER BY id LIMIT ${BATCH_SIZE})
  UNION (SELECT DISTINCT case_id FROM deadline WHERE case_id > $1 ORDER BY case_id LIMIT ${BATCH_SIZE})
  UNION (SELECT DISTINCT case_id FROM handover WHERE case_id > $1 ORDER BY case_id LIMIT ${BATCH_SIZE})
  UNION (SELECT DISTINCT case_id FROM ownership WHERE case_id > $1 ORDER BY case_id LIMIT ${BATCH_SIZE})
  UNION (SELECT DISTINCT case_id FROM outbox_message WHERE case_id > $1 ORDER BY case_id LIMIT ${BATCH_SIZE})
  UNION (SELECT DISTINCT case_id FROM diverged WHERE case_id > $1 ORDER BY case_id LIMIT ${BATCH_SIZE})
  UNION (SELECT DISTINCT case_id FROM start_request WHERE case_id > $1 ORDER BY case_id LIMIT ${BATCH_SIZE})`;

/** Yields the ids of all cases with any row, in order, in batches. May miss a case that is opened meanwhile. */
export function allCaseIds(manager: EntityManager): AsyncIterable<string[]> {
  return batches(manager, ALL_IDS);
}

/** Yields the ids of all cases with events, in order, in batches. */
export function caseIdsWithEvents(manager: EntityManager): AsyncIterable<string[]> {
  return batches(manager, EVENT_IDS);
}

async function* batches(manager: EntityManager, idsSql: string): AsyncIterable<string[]> {
  for (let last: string | undefined = '00000000-0000-0000-0000-000000000000'; last !== undefined;) {
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM (${idsSql}) AS holder ORDER BY id LIMIT ${BATCH_SIZE}`,
      [last],
    );
    if (rows.length > 0) yield rows.map(({ id }) => id);
    last = rows.at(BATCH_SIZE - 1)?.id;
  }
}

/** The case with this id. */
const BY_ID = ['SELECT case_id AS id FROM event WHERE case_id = $1 LIMIT 1'];
/** The case with this number. Searches the events too, because the view row may be what is missing. */
const BY_NUMBER = [
  'SELECT id FROM collaboration WHERE number = $1',
  `SELECT case_id AS id FROM event WHERE seq = 1 AND data->>'number' = $1`,
];

/** Null when there is no such case. */
export async function findCaseId(
  manager: EntityManager,
  by: { readonly id: string } | { readonly number: string },
): Promise<string | null> {
  const [queries, value] = 'id' in by ? [BY_ID, by.id] : [BY_NUMBER, by.number];
  for (const query of queries) {
    const [found]: { id: string }[] = await manager.query(query, [value]);
    if (found) return found.id;
  }
  return null;
}

/** Those of the ids that have an event or a view. */
export async function knownCaseIds(manager: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM unnest($1::uuid[]) AS it(id)
     WHERE EXISTS (SELECT FROM event WHERE case_id = id) OR EXISTS (SELECT FROM collaboration c WHERE c.id = it.id)`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
