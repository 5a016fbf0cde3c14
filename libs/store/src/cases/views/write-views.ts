import { IsNull, type EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import { CustodyTable } from './custody.js';
import { DeadlineTable } from './deadline.js';
import { HandoverTable } from './handover.js';
import { LetterTable } from '../../mailroom/letter.js';
import { PartyTable } from './party.js';
import { rowsInto, type Insertion } from '../../db/write-rows.js';
import { custodyRows } from './custody-rows.js';
import { lettersOf } from '../../mailroom/letters-of.js';
import { changedDeadlineRows, changedHandoverRows, changedPartyRows } from './part-rows.js';
import type { Step } from '#domain/case/steps.js';

/** Rows of changed deadlines, handovers and participants. A first view uses plain inserts: the api may not update these tables. */
export function partsOf(before: Case | null, after: Case): Insertion[] {
  const onConflict = before ? 'overwritten' : 'fails';
  return [
    rowsInto(DeadlineTable, changedDeadlineRows(before, after), onConflict),
    rowsInto(HandoverTable, changedHandoverRows(before, after), onConflict),
    rowsInto(PartyTable, changedPartyRows(before, after), onConflict),
  ];
}

/** New rows of the ownership history; each ends when the next begins, and the last is open-ended. */
export function custodyOf(steps: readonly Step[]): Insertion {
  const rows = custodyRows(steps);
  return rowsInto(
    CustodyTable,
    rows.map((row, index) => ({ ...row, toAt: rows[index + 1]?.fromAt ?? null })),
  );
}

/** Ends the current ownership when these events pass the baton on. */
export async function endCustody(manager: EntityManager, steps: readonly Step[]): Promise<void> {
  const [next] = custodyRows(steps);
  if (next) await manager.update(CustodyTable, { caseId: next.caseId, toAt: IsNull() }, { toAt: next.fromAt });
}

/** Outbox messages of the events. An existing message keeps its status. */
export function lettersFor(steps: readonly Step[]): Insertion {
  return rowsInto(LetterTable, steps.flatMap(lettersOf), 'stays');
}
