import { createHash } from 'node:crypto';
import type { CaseEvent } from '#domain/model/events.js';
import { canonicalJson } from '../../db/canonical-json.js';
import type { EventOrigin, EventRow } from './event-table.js';

/** SHA-256 of the event as canonical JSON, equal before and after storage; the tool's `verify` recomputes it. */
export function eventHash(event: CaseEvent): string {
  return createHash('sha256').update(canonicalJson(event)).digest('hex');
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
