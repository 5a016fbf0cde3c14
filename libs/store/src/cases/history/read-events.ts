import { In, LessThan, MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { CaseEvent, EventType } from '#domain/model/events.js';
import { EventTable, toCaseEvent } from './event-table.js';

/** Which events of a case: only of these types, and newest first. */
export interface EventSelection {
  readonly types?: readonly EventType[] | undefined;
  readonly newestFirst?: boolean;
}

/** Those after `seq` in the order asked for: oldest first, or before it, newest first. */
export async function eventsAfter(
  manager: EntityManager,
  caseId: string,
  seq: number,
  limit: number,
  { types, newestFirst = false }: EventSelection = {},
): Promise<CaseEvent[]> {
  const rows = await manager.find(EventTable, {
    where: { caseId, seq: newestFirst ? LessThan(seq) : MoreThan(seq), ...(types && { type: In([...types]) }) },
    order: { seq: newestFirst ? 'DESC' : 'ASC' },
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

/** How far Postgres is with a case, and whether it has a command's events. */
export interface RecordedState {
  readonly version: number;
  readonly epoch: number;
  readonly hasCommand: boolean;
  /** True when a run has tried to record another history than the stored one. */
  readonly diverged: boolean;
}

export async function recordedState(
  manager: EntityManager,
  caseId: string,
  command: string,
): Promise<RecordedState | null> {
  const [row] = await manager.query<RecordedState[]>(
    `SELECT c.version, c.epoch, EXISTS (SELECT FROM diverged d WHERE d.case_id = c.id) AS diverged,
            EXISTS (SELECT FROM event e WHERE e.case_id = c.id AND e.command = $2 AND e.command_hash IS NOT NULL)
              AS "hasCommand"
     FROM collaboration c WHERE c.id = $1`,
    [caseId, command],
  );
  return row ?? null;
}

/** Those of the command ids that events of the case bear. */
export async function recordedAmong(
  manager: EntityManager,
  caseId: string,
  commands: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ command: string }[]>(
    'SELECT DISTINCT command FROM event WHERE case_id = $1 AND command = ANY($2)',
    [caseId, commands],
  );
  return new Set(rows.map(({ command }) => command));
}
