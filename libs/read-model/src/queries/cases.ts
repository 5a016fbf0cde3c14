import { In, type EntityManager } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import type { CaseEvent } from '#domain/case/events.js';
import type { ProcessCore, ProcessDocument } from '#domain/process/core.js';
import { eventOf } from '../event-rows.js';
import { processVersion } from '../process-versions.js';
import { CollaborationTable } from '../tables/collaboration.js';
import { EventTable } from '../tables/event.js';

/** A case as Postgres has it, with the rules it is pinned to. */
export interface StoredCase {
  readonly state: Case;
  readonly title: string;
  readonly readers: readonly string[];
  readonly document: ProcessDocument;
  readonly core: ProcessCore;
}

export async function findCase(manager: EntityManager, id: string): Promise<StoredCase | null> {
  const [found] = await findCases(manager, [id]);
  return found ?? null;
}

/** In no particular order; those that do not exist are left out. */
export async function findCases(manager: EntityManager, ids: readonly string[]): Promise<StoredCase[]> {
  if (ids.length === 0) return [];
  const rows = await manager.find(CollaborationTable, {
    select: { id: true, title: true, readers: true, body: true as never, processId: true, processVersion: true },
    where: { id: In([...ids]) },
  });
  return Promise.all(
    rows.map(async ({ title, readers, body, processId, processVersion: version }) => {
      const { document, core } = await processVersion(manager, processId, version);
      return { state: body, title, readers, document, core };
    }),
  );
}

/** What happened after `seq`, oldest first. */
export async function eventsAfter(
  manager: EntityManager,
  caseId: string,
  seq: number,
  limit?: number,
): Promise<CaseEvent[]> {
  const rows = await manager
    .createQueryBuilder(EventTable, 'e')
    .where('e.caseId = :caseId AND e.seq > :seq', { caseId, seq })
    .orderBy('e.seq')
    .limit(limit)
    .getMany();
  return rows.map(eventOf);
}

/** A command that is in a case's events, however old: its body's hash and the version it led to. */
export async function findCommand(
  manager: EntityManager,
  caseId: string,
  command: string,
): Promise<{ readonly hash: string; readonly version: number } | null> {
  const rows = await manager.find(EventTable, { where: { caseId, command }, order: { seq: 'ASC' } });
  const hash = rows.find(({ commandHash }) => commandHash !== null)?.commandHash;
  return typeof hash === 'string' ? { hash, version: rows.at(-1)?.seq ?? 0 } : null;
}
