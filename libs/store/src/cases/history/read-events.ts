import { MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { CaseEvent } from '#domain/model/events.js';
import { EventTable, toCaseEvent } from './event-table.js';

/** Oldest first. */
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
  return rows.map(toCaseEvent);
}

/** Finds a command in the case's events: the keyed hash of its body, and the case version after it. */
export async function findRecordedCommand(
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
