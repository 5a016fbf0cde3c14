import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import type { CaseEvent } from '#domain/case/events.js';
import { fold } from '#domain/case/evolve.js';
import type { ProcessCore } from '#domain/process/core.js';
import { CollaborationTable, type CollaborationRow } from '../tables/collaboration.js';
import { TextTable } from '../tables/text.js';
import { insertRows } from '../write-rows.js';
import { stepsOf, type Step } from './steps.js';
import { viewRow } from './view-row.js';
import { writeCustody, writeParts } from './write-views.js';

/** Writes the views of a case that has none yet, from its whole history. */
export async function writeFirstView(
  manager: EntityManager,
  core: ProcessCore,
  events: readonly CaseEvent[],
  epoch: number,
): Promise<{ after: Case }> {
  const after = fold(events);
  await writeFirstRow(manager, core, after, { title: await titleOf(manager, events), epoch });
  await writeFirstParts(manager, events);
  return { after };
}

/** The row of the case itself. */
export async function writeFirstRow(
  manager: EntityManager,
  core: ProcessCore,
  state: Case,
  given: Pick<CollaborationRow, 'title' | 'epoch'>,
): Promise<void> {
  await insertRows(manager, CollaborationTable, [{ ...viewRow(core, state), ...given }]);
}

/**
 * The rows beside it: deadlines, handovers, who has had the case.
 * @returns what the case was after each event, for the letters.
 */
export async function writeFirstParts(manager: EntityManager, events: readonly CaseEvent[]): Promise<readonly Step[]> {
  const steps = stepsOf(null, events);
  const after = steps.at(-1)?.after;
  if (!after) throw new Error('a case without events has no view');
  await writeParts(manager, null, after);
  await writeCustody(manager, steps);
  return steps;
}

/** The title's words, copied for lists from the text row that the first event names. */
export async function titleOf(manager: EntityManager, [first]: readonly CaseEvent[]): Promise<string> {
  if (first?.type !== 'enquiryReceived') throw new Error('a history begins with enquiryReceived');
  const row = await manager.findOneBy(TextTable, { id: first.data.title });
  if (!row) throw new Error(`there are no words for title ${first.data.title}`);
  return typeof row.body === 'string' ? row.body : JSON.stringify(row.body);
}
