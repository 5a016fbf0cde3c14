import type { EntityManager } from 'typeorm';
import type { CaseEvent } from '#domain/model/events.js';
import { EventTable, eventHash, toEventRow, type EventRow } from './event-table.js';
import { queryPrepared } from '../../db/query-prepared.js';
import { insertRows } from '../../db/write-rows.js';

/** Postgres holds another event with this seq, or lacks the event before it. */
export class Diverged extends Error {
  constructor(
    readonly caseId: string,
    readonly seq: number,
    readonly seenHash: string,
    readonly storedHash: string | null,
  ) {
    super(
      storedHash === null
        ? `case ${caseId}: event ${seq} came, but the one before it is not in Postgres`
        : `case ${caseId}: event ${seq} is not the one that Postgres has`,
    );
    this.name = 'Diverged';
  }
}

type StoredHash = Pick<EventRow, 'seq' | 'hash'>;

const STORED_HASHES = 'SELECT seq, hash FROM event WHERE case_id = $1 AND seq BETWEEN $2 AND $3';

/**
 * Writes the events that are not stored yet and returns them. Idempotent.
 * @param events  in seq order without gaps; the caller has locked the case.
 * @throws Diverged when another event has one of these seqs, or the one before the first is missing.
 */
export async function appendEvents(
  manager: EntityManager,
  caseId: string,
  events: readonly CaseEvent[],
  epoch: number,
): Promise<readonly CaseEvent[]> {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return [];
  const stored = await queryPrepared<StoredHash>(manager, STORED_HASHES, [caseId, first.seq - 1, last.seq]);
  const hashes = new Map(stored.map(({ seq, hash }) => [seq, hash]));
  if (first.seq > 1 && !hashes.has(first.seq - 1)) throw new Diverged(caseId, first.seq, eventHash(first), null);
  for (const event of events) {
    const storedHash = hashes.get(event.seq);
    if (storedHash !== undefined && storedHash !== eventHash(event)) {
      throw new Diverged(caseId, event.seq, eventHash(event), storedHash);
    }
  }
  const added = events.filter(({ seq }) => !hashes.has(seq));
  await insertRows(
    manager,
    EventTable,
    added.map((event) => toEventRow(caseId, event, epoch)),
  );
  return added;
}
