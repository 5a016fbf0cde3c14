import { IsNull, type EntityManager } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import { CustodyTable } from '../tables/custody.js';
import { DeadlineTable } from '../tables/deadline.js';
import { HandoverTable } from '../tables/handover.js';
import { LetterTable } from '../tables/letter.js';
import { PartyTable } from '../tables/party.js';
import { rowsInto, type Insertion } from '../write-rows.js';
import { custodyRows } from './custody-rows.js';
import { lettersOf } from './letters-of.js';
import { changedDeadlineRows, changedHandoverRows, changedPartyRows } from './part-rows.js';
import type { Step } from './steps.js';

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
