import { Between, LessThan, type EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { CaseEvent } from '#domain/model/events.js';
import { toCaseEvent } from '../history/event-rows.js';
import { processVersion } from '../../process/process-versions.js';
import { CollaborationTable } from './collaboration-table.js';
import { EventTable } from '../history/event-table.js';
import { asEntity, writeRows } from '../../db/write-rows.js';
import { transitionsOf } from '#domain/case/transitions.js';
import { viewRow } from './view-row.js';
import { ownershipInsertion, endOwnership, outboxInsertion, changedPartInsertions } from './write-views.js';

/** The current view; the caller has locked its row. */
export interface LockedView {
  readonly version: number;
  readonly body: Case;
}

/**
 * Applies new events to the views of a case and writes the outbox messages, in the caller's transaction.
 *
 * 1. A view that is behind catches up from the event table first.
 * 2. A view that is ahead is not changed.
 * 3. Unchanged deadlines, handovers and participants are not written.
 */
export async function projectEvents(
  manager: EntityManager,
  view: LockedView,
  events: readonly CaseEvent[],
  epoch: number,
): Promise<Case> {
  const steps = transitionsOf(view.body, [...(await missedEvents(manager, view, events)), ...events]);
  const after = steps.at(-1)?.after ?? view.body;
  const { core } = await processVersion(manager, after.process.id, after.process.version);
  const row = { ...viewRow(core, after), epoch };
  const { affected } = await manager.update(
    CollaborationTable,
    { id: after.id, version: LessThan(after.version) },
    asEntity(row),
  );
  if (affected === 0) return after;
  await endOwnership(manager, steps);
  await writeRows(
    manager,
    ...changedPartInsertions(view.body, after),
    ownershipInsertion(steps),
    outboxInsertion(steps),
  );
  return after;
}

async function missedEvents(
  manager: EntityManager,
  view: LockedView,
  events: readonly CaseEvent[],
): Promise<CaseEvent[]> {
  const from = view.version + 1;
  const to = (events[0]?.seq ?? from) - 1;
  if (from > to) return [];
  const where = { caseId: view.body.id, seq: Between(from, to) };
  const rows = await manager.find(EventTable, { where, order: { seq: 'ASC' } });
  return rows.map(toCaseEvent);
}
