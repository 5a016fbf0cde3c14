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

/** The rows of the parts that changed. A first view overwrites nothing, which an opening may not do. */
export function partsOf(before: Case | null, after: Case): Insertion[] {
  const present = before ? 'overwritten' : 'fails';
  return [
    rowsInto(DeadlineTable, changedDeadlineRows(before, after), present),
    rowsInto(HandoverTable, changedHandoverRows(before, after), present),
    rowsInto(PartyTable, changedPartyRows(before, after), present),
  ];
}

/** The accountability that began each time the baton passed; all but the last ended when the next began. */
export function custodyOf(steps: readonly Step[]): Insertion {
  const rows = custodyRows(steps);
  return rowsInto(
    CustodyTable,
    rows.map((row, index) => ({ ...row, toAt: rows[index + 1]?.fromAt ?? null })),
  );
}

/** Ends the accountability that there was when the baton passed on. */
export async function endCustody(manager: EntityManager, steps: readonly Step[]): Promise<void> {
  const [next] = custodyRows(steps);
  if (next) await manager.update(CustodyTable, { caseId: next.caseId, toAt: IsNull() }, { toAt: next.fromAt });
}

/** What the events tell. A letter that is there already stays as it is, whatever has become of it. */
export function lettersFor(steps: readonly Step[]): Insertion {
  return rowsInto(LetterTable, steps.flatMap(lettersOf), 'stays');
}
