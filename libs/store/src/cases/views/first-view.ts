import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { CaseEvent } from '#domain/model/events.js';
import { fold } from '#domain/case/evolve.js';
import type { ProcessCore } from '#domain/process/core.js';
import { CollaborationTable, type CollaborationRow } from './collaboration.js';
import { TextTable } from '../texts/text.js';
import { rowsInto, write, type Insertion } from '../../db/write-rows.js';
import { stepsOf, type Step } from '#domain/case/steps.js';
import { viewRow } from './view-row.js';
import { custodyOf, partsOf } from './write-views.js';

/** Writes the views of a case without views, from its whole history. */
export async function writeFirstView(
  manager: EntityManager,
  core: ProcessCore,
  events: readonly CaseEvent[],
  epoch: number,
): Promise<{ after: Case }> {
  const steps = stepsOf(null, events);
  const after = fold(events);
  const title = await titleOf(manager, events);
  await write(manager, firstRow(core, after, { title, epoch }), ...firstParts(after, steps));
  return { after };
}

/** The `collaboration` row. */
export function firstRow(core: ProcessCore, state: Case, given: Pick<CollaborationRow, 'title' | 'epoch'>): Insertion {
  return rowsInto(CollaborationTable, [{ ...viewRow(core, state), ...given }]);
}

/** Rows of deadlines, handovers, participants and ownership history. */
export function firstParts(state: Case, steps: readonly Step[]): Insertion[] {
  return [...partsOf(null, state), custodyOf(steps)];
}

/** Reads the title from the text row that the first event names; views keep a copy for lists. */
export async function titleOf(manager: EntityManager, [first]: readonly CaseEvent[]): Promise<string> {
  if (first?.type !== 'enquiryReceived') throw new Error('a history begins with enquiryReceived');
  const row = await manager.findOneBy(TextTable, { id: first.data.title });
  if (!row) throw new Error(`there is no text for title ${first.data.title}`);
  return typeof row.body === 'string' ? row.body : JSON.stringify(row.body);
}
