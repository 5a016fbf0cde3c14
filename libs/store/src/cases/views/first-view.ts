import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { CaseEvent } from '#domain/model/events.js';
import { fold } from '#domain/case/evolve.js';
import type { ProcessCore } from '#domain/process/process-document.js';
import { CollaborationTable, type CollaborationRow } from './collaboration-table.js';
import { TextTable } from '../texts/text-table.js';
import { putCaseText } from '../search/case-text.js';
import { rowsInto, writeRows, type Insertion } from '../../db/write-rows.js';
import { transitionsOf, type Transition } from '#domain/case/transitions.js';
import { viewRow } from './view-rows.js';
import { ownershipInsertion, changedPartInsertions } from './project-events.js';

/** Writes the views of a case without views, from its whole history, and what the search finds of the case itself. */
export async function writeFirstView(
  manager: EntityManager,
  core: ProcessCore,
  events: readonly CaseEvent[],
  epoch: number,
): Promise<{ after: Case }> {
  const steps = transitionsOf(null, events);
  const after = fold(events);
  const title = await readTitle(manager, events);
  await writeRows(
    manager,
    firstCaseInsertion(core, after, { title, epoch }),
    ...firstPartInsertions(core, after, steps),
  );
  await putCaseText(manager, { ...after, title });
  return { after };
}

/** The `collaboration` row. */
export function firstCaseInsertion(
  core: ProcessCore,
  state: Case,
  given: Pick<CollaborationRow, 'title' | 'epoch'>,
): Insertion {
  return rowsInto(CollaborationTable, [{ ...viewRow(core, state), ...given }]);
}

/** Rows of deadlines, handovers, participants and ownership history. */
export function firstPartInsertions(core: ProcessCore, state: Case, steps: readonly Transition[]): Insertion[] {
  return [...changedPartInsertions(core, null, state), ownershipInsertion(steps)];
}

/** Reads the title from the text row that the first event names; views keep a copy for lists. */
export async function readTitle(manager: EntityManager, [first]: readonly CaseEvent[]): Promise<string> {
  if (first?.type !== 'enquiryReceived') throw new Error('a history begins with enquiryReceived');
  const row = await manager.findOneBy(TextTable, { id: first.data.title });
  return textOf(row?.body, first.data.title);
}

/** @throws Error when there is no text with this key. */
export function textOf(body: unknown, key: string): string {
  if (body === undefined) throw new Error(`there is no text for title ${key}`);
  return typeof body === 'string' ? body : JSON.stringify(body);
}
