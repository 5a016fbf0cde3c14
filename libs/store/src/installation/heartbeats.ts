import type { EntityManager } from 'typeorm';
import { HeartbeatTable } from './heartbeat-table.js';

/** A beat of a workflow that never ends; see the canary. */
interface NumberedBeat {
  readonly chain: string;
  readonly beat: number;
}

/**
 * Stores the time of the beat. Its number is stored only when it is the next one.
 * @param isRepeated  true when the same beat may have been stored before.
 * @returns false when Temporal or Postgres has been put back to an earlier time, until `acceptBeat` is called.
 */
export async function recordBeat(
  manager: EntityManager,
  name: string,
  { chain, beat }: NumberedBeat,
  isRepeated: boolean,
): Promise<boolean> {
  const rows = await manager.query<{ expected: boolean }[]>(
    `INSERT INTO heartbeat AS h (name, at, chain, beat) VALUES ($1, clock_timestamp(), $2, $3)
     ON CONFLICT (name) DO UPDATE SET
       at = excluded.at,
       following = NOT ${IS_NEXT},
       beat = CASE WHEN ${IS_NEXT} THEN excluded.beat ELSE h.beat END
     RETURNING NOT following AS expected`,
    [name, chain, beat, isRepeated],
  );
  return rows[0]?.expected ?? false;
}

const IS_NEXT =
  '(h.chain = excluded.chain AND (excluded.beat = h.beat + 1 OR ($4::boolean AND excluded.beat = h.beat)))';

/** From now on the beat after this one is the next: every workflow follows Postgres. */
export async function acceptBeat(manager: EntityManager, name: string, { chain, beat }: NumberedBeat): Promise<void> {
  await manager.update(HeartbeatTable, { name }, { chain, beat, following: false });
}

export interface LastBeat {
  readonly ageMs: number;
  /** True while the workflows are made to follow Postgres. */
  readonly following: boolean;
}

/** Null when there was no heartbeat. */
export async function lastBeat(manager: EntityManager, name: string): Promise<LastBeat | null> {
  const row = await manager.findOneBy(HeartbeatTable, { name });
  return row && { ageMs: Date.now() - Date.parse(row.at), following: row.following };
}
