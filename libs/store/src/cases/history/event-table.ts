import { EntitySchema } from 'typeorm';
import type { CaseEvent } from '#domain/model/events.js';
import type { Instant } from '#domain/time.js';
import { jsonHash } from '../../db/json-hash.js';
import { instant, integer, jsonb, named, primary, text, textOrNull, uuid } from '../../db/columns.js';

/** Where an event came from, when not from a command or the clock. */
export type EventOrigin = 'demo' | 'import';

/** One event of a case. Never updated or deleted. */
export interface EventRow {
  caseId: string;
  seq: number;
  type: string;
  at: Instant;
  recordedAt: Instant;
  by: string | null;
  command: string | null;
  /** Keyed hash of the command's body, on the command's first event. */
  commandHash: string | null;
  data: unknown;
  /** SHA-256 of the event as canonical JSON; see `eventHash`. */
  hash: string;
  epoch: number;
  origin: EventOrigin | null;
}

export const EventTable = new EntitySchema<EventRow>({
  name: 'event',
  columns: {
    caseId: primary(named('case_id', uuid)),
    seq: primary(integer),
    type: text,
    at: instant,
    recordedAt: named('recorded_at', instant),
    by: textOrNull,
    command: textOrNull,
    commandHash: named('command_hash', textOrNull),
    data: jsonb,
    hash: text,
    epoch: integer,
    origin: textOrNull,
  },
  indices: [{ name: 'event_command', columns: ['caseId', 'command'], unique: true, where: 'command_hash IS NOT NULL' }],
});

/** SHA-256 of the event as canonical JSON, equal before and after storage; the tool's `verify` recomputes it. */
export function eventHash(event: CaseEvent): string {
  return jsonHash(event);
}

export function toEventRow(
  caseId: string,
  event: CaseEvent,
  epoch: number,
  origin: EventOrigin | null = null,
): EventRow {
  const { seq, type, at, recordedAt, by, command, hash, data } = event;
  return {
    caseId,
    seq,
    type,
    at,
    recordedAt,
    by,
    data,
    epoch,
    origin,
    command: command ?? null,
    commandHash: hash ?? null,
    hash: eventHash(event),
  };
}

export function toCaseEvent(row: EventRow): CaseEvent {
  const { seq, type, at, recordedAt, by, command, commandHash, data } = row;
  return {
    seq,
    type,
    at,
    recordedAt,
    by,
    data,
    ...(command === null ? {} : { command }),
    ...(commandHash === null ? {} : { hash: commandHash }),
  } as CaseEvent;
}
