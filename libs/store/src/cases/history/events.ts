import { MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { CaseEvent } from '#domain/model/events.js';
import { eventOf } from './event-rows.js';
import { EventTable } from './event.js';

/** A case's history after `seq`, oldest first. */
export async function eventsAfter(
  manager: EntityManager,
  caseId: string,
  seq: number,
  limit: number,
): Promise<CaseEvent[]> {
  const rows = await manager.find(EventTable, {
    where: { caseId, seq: MoreThan(seq) },
    order: { seq: 'ASC' },
    take: limit,
  });
  return rows.map(eventOf);
}

/** A command that is in a case's events, however old it is: its body's keyed hash and the version it led to. */
export async function commandSeen(
  manager: EntityManager,
  caseId: string,
  command: string,
): Promise<{ readonly hash: string; readonly version: number } | null> {
  const rows = await manager.find(EventTable, {
    select: { caseId: true, seq: true, commandHash: true },
    where: { caseId, command },
    order: { seq: 'ASC' },
  });
  const hash = rows.find(({ commandHash }) => commandHash !== null)?.commandHash;
  return hash == null ? null : { hash, version: rows.at(-1)?.seq ?? 0 };
}
