import type { EntityManager } from 'typeorm';
import { EventTable } from '#read-model/tables/event.js';

/** A command that is in a case's events: found however old it is. */
export async function commandSeen(
  manager: EntityManager,
  caseId: string,
  command: string,
): Promise<{ readonly hash: string; readonly version: number } | null> {
  const rows = await manager.find(EventTable, { where: { caseId, command }, order: { seq: 'ASC' } });
  const hash = rows.find(({ commandHash }) => commandHash !== null)?.commandHash;
  return hash == null ? null : { hash, version: rows.at(-1)?.seq ?? 0 };
}
