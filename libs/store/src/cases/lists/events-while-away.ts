import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { Instant } from '#domain/time.js';
import { readableSql } from './readable-cases.js';

/** An event in a case while its owner was away. */
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

/**
 * Events by others, from `from` until before `to`, in cases that the person owned at some time in that period and may
 * still read.
 */
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
       AND EXISTS (SELECT 1 FROM ownership k WHERE k.case_id = c.id AND k.owner = $1
         AND k.from_at < $3 AND (k.to_at IS NULL OR k.to_at >= $2))
     ORDER BY e.recorded_at, c.id, e.seq LIMIT ${MAX_ROWS}`,
    [user, from, to, CLOCK_EVENTS_SHOWN, ROUTINE_EVENTS, [...tokens]],
  );
  return rows.map(
    (row) => ({ ...row, at: row.at.toISOString(), recordedAt: row.recordedAt.toISOString() }) as EventWhileAway,
  );
}
