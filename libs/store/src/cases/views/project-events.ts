import { Between, In, IsNull, LessThan, type EntityManager } from 'typeorm';
import { transitionsOf, type Transition } from '#domain/case/transitions.js';
import type { Case } from '#domain/model/case.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { ProcessCore } from '#domain/process/process-document.js';
import { asEntity, rowsInto, writeRows, type Insertion } from '../../db/write-rows.js';
import { OutboxMessageTable } from '../../mailroom/outbox-message-table.js';
import { outboxMessagesOf } from '../../mailroom/outbox-messages-of.js';
import { processVersion } from '../../process/process-versions.js';
import { EventTable, toCaseEvent } from '../history/event-table.js';
import { CollaborationTable } from './collaboration-table.js';
import { DeadlineTable } from './deadline-table.js';
import { HandoverTable } from './handover-table.js';
import { OwnershipTable } from './ownership-table.js';
import { ParticipantTable } from './participant-table.js';
import {
  changedDeadlineRows,
  changedHandoverRows,
  changedParticipantRows,
  endedDeadlines,
  ownershipRows,
  viewRow,
} from './view-rows.js';

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
 * 3. Unchanged debts, handovers and participants are not written; debts that are no longer owed are deleted.
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
  await deleteDeadlines(manager, after.id, endedDeadlines(view.body, after));
  await writeRows(
    manager,
    ...changedPartInsertions(core, view.body, after),
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

/** Rows of changed debts, handovers and participants. A first view uses plain inserts: the api may not update these tables. */
export function changedPartInsertions(core: ProcessCore, before: Case | null, after: Case): Insertion[] {
  const onConflict = before ? 'update' : 'error';
  return [
    rowsInto(DeadlineTable, changedDeadlineRows(core, before, after), onConflict),
    rowsInto(HandoverTable, changedHandoverRows(core, before, after), onConflict),
    rowsInto(ParticipantTable, changedParticipantRows(before, after), onConflict),
  ];
}

/** New rows of the ownership history. */
export function ownershipInsertion(steps: readonly Transition[]): Insertion {
  return rowsInto(OwnershipTable, ownershipRows(steps));
}

/** Outbox messages of the events. An existing message keeps its status. */
export function outboxInsertion(steps: readonly Transition[]): Insertion {
  return rowsInto(OutboxMessageTable, steps.flatMap(outboxMessagesOf), 'ignore');
}

async function deleteDeadlines(manager: EntityManager, caseId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await manager.delete(DeadlineTable, { caseId, id: In([...ids]) });
}

/** Ends the current ownership when these events pass the baton on. */
async function endOwnership(manager: EntityManager, steps: readonly Transition[]): Promise<void> {
  const [next] = ownershipRows(steps);
  if (next) await manager.update(OwnershipTable, { caseId: next.caseId, toAt: IsNull() }, { toAt: next.fromAt });
}
