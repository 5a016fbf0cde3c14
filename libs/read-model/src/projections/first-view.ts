import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import type { CaseEvent } from '#domain/case/events.js';
import type { ProcessCore } from '#domain/process/core.js';
import { CollaborationTable } from '../tables/collaboration.js';
import { TextTable } from '../tables/text.js';
import { insertRows } from '../write-rows.js';
import { stepsOf, type Step } from './steps.js';
import { viewRow } from './view-row.js';
import { writeCustody, writeParts } from './write-views.js';

/**
 * Writes the views of a case that has none yet, from its whole history.
 * @returns what the case was after each event, for the letters.
 */
export async function writeFirstView(
  manager: EntityManager,
  core: ProcessCore,
  events: readonly CaseEvent[],
  epoch: number,
): Promise<{ after: Case; steps: readonly Step[] }> {
  const steps = stepsOf(null, events);
  const after = steps.at(-1)?.after;
  if (!after) throw new Error('a case without events has no view');
  const row = { ...viewRow(core, after), epoch, title: await titleOf(manager, events) };
  await insertRows(manager, CollaborationTable, [row]);
  await writeParts(manager, null, after);
  await writeCustody(manager, steps);
  return { after, steps };
}

/** The title's words, copied for lists from the text row that the first event names. */
async function titleOf(manager: EntityManager, [first]: readonly CaseEvent[]): Promise<string> {
  if (first?.type !== 'enquiryReceived') throw new Error('a history begins with enquiryReceived');
  const row = await manager.findOneBy(TextTable, { id: first.data.title });
  if (!row) throw new Error(`there are no words for title ${first.data.title}`);
  return typeof row.body === 'string' ? row.body : JSON.stringify(row.body);
}
