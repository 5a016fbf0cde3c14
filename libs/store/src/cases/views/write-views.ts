import { IsNull, type EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import { OwnershipTable } from './ownership-table.js';
import { DeadlineTable } from './deadline-table.js';
import { HandoverTable } from './handover-table.js';
import { OutboxMessageTable } from '../../mailroom/outbox-message-table.js';
import { ParticipantTable } from './participant-table.js';
import { rowsInto, type Insertion } from '../../db/write-rows.js';
import { ownershipRows } from './ownership-rows.js';
import { outboxMessagesOf } from '../../mailroom/outbox-messages-of.js';
import { changedDeadlineRows, changedHandoverRows, changedParticipantRows } from './part-rows.js';
import type { Transition } from '#domain/case/transitions.js';

/** Rows of changed deadlines, handovers and participants. A first view uses plain inserts: the api may not update these tables. */
export function changedPartInsertions(before: Case | null, after: Case): Insertion[] {
  const onConflict = before ? 'overwritten' : 'fails';
  return [
    rowsInto(DeadlineTable, changedDeadlineRows(before, after), onConflict),
    rowsInto(HandoverTable, changedHandoverRows(before, after), onConflict),
    rowsInto(ParticipantTable, changedParticipantRows(before, after), onConflict),
  ];
}

/** New rows of the ownership history; each ends when the next begins, and the last is open-ended. */
export function ownershipInsertion(steps: readonly Transition[]): Insertion {
  const rows = ownershipRows(steps);
  return rowsInto(
    OwnershipTable,
    rows.map((row, index) => ({ ...row, toAt: rows[index + 1]?.fromAt ?? null })),
  );
}

/** Ends the current ownership when these events pass the baton on. */
export async function endOwnership(manager: EntityManager, steps: readonly Transition[]): Promise<void> {
  const [next] = ownershipRows(steps);
  if (next) await manager.update(OwnershipTable, { caseId: next.caseId, toAt: IsNull() }, { toAt: next.fromAt });
}

/** Outbox messages of the events. An existing message keeps its status. */
export function outboxInsertion(steps: readonly Transition[]): Insertion {
  return rowsInto(OutboxMessageTable, steps.flatMap(outboxMessagesOf), 'stays');
}
