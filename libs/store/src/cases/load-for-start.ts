import { In, type DataSource, type EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import type { CaseEvent } from '#domain/model/events.js';
import { fold } from '#domain/case/evolve.js';
import type { Clock } from '#domain/clock.js';
import type { ProcessCore } from '#domain/process/process-document.js';
import { readClock } from '../installation/installation.js';
import { processVersion } from '../process/process-versions.js';
import { CollaborationTable } from './views/collaboration-table.js';
import { EventTable, toCaseEvent } from './history/event-table.js';
import { recordedAmong } from './history/read-events.js';
import { deleteDiverged } from './history/diverged-events.js';
import { markStarted } from './start-requests.js';

/** Input of a new workflow run (`CollaborationInput` in the contracts). */
export interface StartInput {
  readonly case: Case;
  readonly core: ProcessCore;
  readonly clock: Clock;
  readonly epoch: number;
  readonly ruleLevel: number;
}

/**
 * Folds a case from its events for a new workflow run. Null when there is no such case.
 * @throws Error while the installation has no clock.
 */
export async function loadForStart(manager: EntityManager, caseId: string): Promise<StartInput | null> {
  const stored = (await readHistories(manager, [caseId])).get(caseId);
  return stored ? startInputOf(manager, stored) : null;
}

export interface StoredHistory {
  readonly epoch: number;
  readonly events: readonly CaseEvent[];
}

/** By case id, with two queries; unknown ids are left out. */
export async function readHistories(
  manager: EntityManager,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, StoredHistory>> {
  if (caseIds.length === 0) return new Map();
  const id = In([...caseIds]);
  const views = await manager.find(CollaborationTable, { select: { id: true, epoch: true }, where: { id } });
  const rows = await manager.find(EventTable, { where: { caseId: id }, order: { caseId: 'ASC', seq: 'ASC' } });
  const eventsOf = (of: string) => rows.filter(({ caseId }) => caseId === of).map(toCaseEvent);
  return new Map(views.map(({ id: of, epoch }) => [of, { epoch, events: eventsOf(of) }]));
}

/** @throws Error while the installation has no clock, or when the events cannot be folded. */
export async function startInputOf(manager: EntityManager, { epoch, events }: StoredHistory): Promise<StartInput> {
  const clock = await readClock(manager);
  if (!clock) throw new Error('the installation is not ready: its clock has no origin yet');
  const state = fold(events);
  const { core } = await processVersion(manager, state.process.id, state.process.version);
  return { case: state, core, clock, epoch, ruleLevel: RULE_LEVEL };
}

/** Ends the write access of the current workflow run: its next `recordBatch` throws `EpochSuperseded`. */
export async function raiseEpoch(manager: EntityManager, caseId: string): Promise<number> {
  await manager.increment(CollaborationTable, { id: caseId }, 'epoch', 1);
  const { epoch } = await manager.findOneOrFail(CollaborationTable, {
    select: { id: true, epoch: true },
    where: { id: caseId },
  });
  return epoch;
}

/** Wall time for the lock of the case's row: a closed run does not stay closed for ever. */
const LOCK_TIMEOUT = '10s';

/** What `Engine.restart` asks of Postgres about one case. */
export function restartPorts(
  dataSource: DataSource,
  caseId: string,
): {
  recorded(ids: readonly string[]): Promise<ReadonlySet<string>>;
  raiseAndLoad(): Promise<StartInput | null>;
} {
  return {
    recorded: (ids) => recordedAmong(dataSource.manager, caseId, ids),
    raiseAndLoad: () => raiseAndLoad(dataSource, caseId),
  };
}

/** What `diverged` tells is about an earlier run, and a waiting request to start the case is granted. */
async function raiseAndLoad(dataSource: DataSource, caseId: string): Promise<StartInput | null> {
  const isRaised = await dataSource.transaction(async (manager) => {
    await manager.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
    if (!(await lockAndRaiseEpoch(manager, caseId))) return false;
    await deleteDiverged(manager, caseId);
    await markStarted(manager, [caseId]);
    return true;
  });
  return isRaised ? loadForStart(dataSource.manager, caseId) : null;
}

/** `raiseEpoch` under the lock of `recordBatch` and `rebuildViews`. @returns false without a view row. */
async function lockAndRaiseEpoch(manager: EntityManager, caseId: string): Promise<boolean> {
  const row = await manager.findOne(CollaborationTable, {
    select: { id: true },
    where: { id: caseId },
    lock: { mode: 'pessimistic_write' },
  });
  if (row) await raiseEpoch(manager, caseId);
  return row !== null;
}
