import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import type { CaseEvent } from '#domain/case/events.js';
import { eventOf } from '#read-model/event-rows.js';
import { CollaborationTable } from '#read-model/tables/collaboration.js';
import { EventTable } from '#read-model/tables/event.js';

/** A case as Postgres has it. */
export interface StoredCase {
  readonly state: Case;
  readonly title: string;
}

export async function findView(manager: EntityManager, id: string): Promise<StoredCase | null> {
  const row = await manager.findOneBy(CollaborationTable, { id });
  return row && { state: row.body, title: row.title };
}

/** Tokens that open a case; null when there is none. */
export async function readersOf(manager: EntityManager, id: string): Promise<readonly string[] | null> {
  const row = await manager.findOne(CollaborationTable, { select: { id: true, readers: true }, where: { id } });
  return row && row.readers;
}

/** The first events of a case, far enough to hold all that its opening wrote. */
export async function openingEvents(manager: EntityManager, caseId: string): Promise<CaseEvent[]> {
  const rows = await manager.find(EventTable, { where: { caseId }, order: { seq: 'ASC' }, take: 30 });
  return rows.map(eventOf);
}
