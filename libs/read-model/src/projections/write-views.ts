import { IsNull, type EntityManager, type EntitySchema, type ObjectLiteral } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import { CustodyTable } from '../tables/custody.js';
import { DeadlineTable } from '../tables/deadline.js';
import { HandoverTable } from '../tables/handover.js';
import { LetterTable } from '../tables/letter.js';
import { asRow, insertMissing, insertRows } from '../write-rows.js';
import { custodyRows } from './custody-rows.js';
import { lettersOf } from './letters-of.js';
import { changedDeadlineRows, changedHandoverRows } from './part-rows.js';
import type { Step } from './steps.js';

/** Writes the rows of the deadlines and handovers that changed. */
export async function writeParts(manager: EntityManager, before: Case | null, after: Case): Promise<void> {
  await put(manager, DeadlineTable, changedDeadlineRows(before, after), ['caseId', 'id']);
  await put(manager, HandoverTable, changedHandoverRows(before, after), ['caseId', 'id']);
}

/** Ends the accountability that was and begins the new, for every time the baton passed. */
export async function writeCustody(manager: EntityManager, steps: readonly Step[]): Promise<void> {
  const rows = custodyRows(steps);
  const [first] = rows;
  if (!first) return;
  const { caseId, fromAt: toAt } = first;
  if (steps[0]?.before) await manager.update(CustodyTable, { caseId, toAt: IsNull() }, { toAt });
  const ended = rows.map((row, index) => ({ ...row, toAt: rows[index + 1]?.fromAt ?? null }));
  await insertRows(manager, CustodyTable, ended);
}

/** Writes what the events tell. A letter that is there already stays as it is, whatever has become of it. */
export async function writeLetters(manager: EntityManager, steps: readonly Step[]): Promise<void> {
  const letters = steps.flatMap(lettersOf);
  await insertMissing(manager, LetterTable, letters);
}

async function put<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Row[],
  key: readonly (keyof Row & string)[],
): Promise<void> {
  if (rows.length > 0) await manager.upsert(table, rows.map(asRow), [...key]);
}
