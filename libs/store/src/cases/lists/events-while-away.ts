import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { Instant } from '#domain/time.js';
import { readableSql } from './readable-cases.js';

/** An event in a case while one who is in it was away. */
export type EventWhileAway = CaseEvent & {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly phase: string;
};

type Row = Omit<EventWhileAway, 'at' | 'recordedAt'> & { at: Date; recordedAt: Date };

/** Events caused by the clock are left out, except these. */
const CLOCK_EVENTS_SHOWN = ['deadlineBreached', 'escalated', 'handoverLapsed', 'caseWentDormant'];
/** Left out also when a person caused them. */
const ROUTINE_EVENTS = [
  ...['deadlineOpened', 'deadlineMoved', 'deadlineMet', 'deadlineCancelled', 'deadlineReopened'],
  // Known only to those who write it.
  'handoverDrafted',
];
const MAX_ROWS = 200;

interface WhileAwayQuery {
  readonly user: UserId;
  /** Read tokens of the person today. */
  readonly tokens: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
}

/** Cases that the person ($1) owned in the period, is deputy in, owes something in, or is asked to take over. */
const IN_WHICH = `
  SELECT k.case_id FROM ownership k WHERE k.owner = $1 AND k.from_at < $3 AND (k.to_at IS NULL OR k.to_at >= $2)
  UNION SELECT k.id FROM collaboration k WHERE k.deputy = $1
  UNION SELECT w.case_id FROM deadline w WHERE w.owed_by_user = $1
  UNION SELECT h.case_id FROM handover h WHERE h.open AND h.sent_at IS NOT NULL AND h.receivers @> $7::jsonb`;

/** Events by others, from `from` until before `to`, in cases that the person is in and may still read. */
export async function eventsWhileAway(
  manager: EntityManager,
  { user, tokens, from, to }: WhileAwayQuery,
): Promise<EventWhileAway[]> {
  const rows = await manager.query<Row[]>(
    `SELECT c.id AS "caseId", c.number, c.title, c.phase, e.seq, e.type, e.at, e.by, e.data,
            e.recorded_at AS "recordedAt"
     FROM event e JOIN collaboration c ON c.id = e.case_id
     WHERE ${readableSql('$6')} AND e.recorded_at >= $2 AND e.recorded_at < $3 AND e.by IS DISTINCT FROM $1
       AND (e.type = ANY ($4) OR (e.by IS NOT NULL AND NOT e.type = ANY ($5)))
       AND c.id IN (${IN_WHICH})
     ORDER BY e.recorded_at, c.id, e.seq LIMIT ${MAX_ROWS}`,
    [user, from, to, CLOCK_EVENTS_SHOWN, ROUTINE_EVENTS, [...tokens], JSON.stringify([{ person: user }])],
  );
  return rows.map(
    (row) => ({ ...row, at: row.at.toISOString(), recordedAt: row.recordedAt.toISOString() }) as EventWhileAway,
  );
}
