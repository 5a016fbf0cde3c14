import type { CaseEvent } from '#domain/model/events.js';
import { jsonHash } from '../../db/json-hash.js';
import type { EventOrigin, EventRow } from './event-table.js';

/** SHA-256 of the event as canonical JSON, equal before and after storage; the tool's `verify` recomputes it. */
export const eventHash = (event: CaseEvent): string => jsonHash(event);

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
