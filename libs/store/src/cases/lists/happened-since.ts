import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { Instant } from '#domain/time.js';

/** Something that happened on a case while somebody was away. */
export interface Happened {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly phase: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly by: UserId | null;
}

interface Row extends Omit<Happened, 'at'> {
  at: Date;
}

/** What the clock did that somebody has to know of; the rest of its doing is arithmetic. */
const TOLD = ['deadlineBreached', 'escalated', 'handoverLapsed', 'caseWentDormant'];
const ARITHMETIC = ['deadlineOpened', 'deadlineMoved', 'deadlineMet', 'deadlineCancelled', 'deadlineReopened'];
const MOST = 200;

/** What others did, and what fell due, on the cases that a person had at some time from one instant to another. */
export async function happenedBetween(
  manager: EntityManager,
  { user, from, to }: { readonly user: UserId; readonly from: Instant; readonly to: Instant },
): Promise<Happened[]> {
  const rows = await manager.query<Row[]>(
    `SELECT c.id AS "caseId", c.number, c.title, c.phase, e.seq, e.type, e.at, e.by
     FROM event e JOIN collaboration c ON c.id = e.case_id
     WHERE e.recorded_at >= $2 AND e.recorded_at < $3 AND e.by IS DISTINCT FROM $1
       AND (e.type = ANY ($4) OR (e.by IS NOT NULL AND NOT e.type = ANY ($5)))
       AND EXISTS (SELECT 1 FROM ownership k WHERE k.case_id = c.id AND k.owner = $1
         AND k.from_at < $3 AND (k.to_at IS NULL OR k.to_at >= $2))
     ORDER BY e.recorded_at, c.id, e.seq LIMIT ${MOST}`,
    [user, from, to, TOLD, ARITHMETIC],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
