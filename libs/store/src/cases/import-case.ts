import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { CaseEvent } from '#domain/model/events.js';
import { nextWakeAt } from '#domain/deadline/next-wake.js';
import { reserveCaseNumber } from './history/case-numbers.js';
import { requestStart } from './open-case.js';
import { processVersion } from '../process/process-versions.js';
import { attachTexts } from './texts/texts.js';
import { writeFirstView } from './views/first-view.js';
import { EventTable, toEventRow, type EventOrigin } from './history/event-table.js';
import { insertRows } from '../db/write-rows.js';

const FIRST_EPOCH = 1;
const ROWS_PER_INSERT = 500;

/**
 * Writes the whole history of a case from the demo or an import, in the caller's transaction. Writes no outbox messages.
 * The title's text row and the process version must exist.
 */
export async function importCase(
  manager: EntityManager,
  events: readonly CaseEvent[],
  origin: EventOrigin,
): Promise<Case> {
  const [first] = events;
  if (first?.type !== 'enquiryReceived') throw new Error('a history begins with enquiryReceived');
  const { id, number, process } = first.data;
  const { core } = await processVersion(manager, process.id, process.version);
  await reserveCaseNumber(manager, number);
  for (let from = 0; from < events.length; from += ROWS_PER_INSERT) {
    const rows = events.slice(from, from + ROWS_PER_INSERT).map((event) => toEventRow(id, event, FIRST_EPOCH, origin));
    await insertRows(manager, EventTable, rows);
  }
  const { after } = await writeFirstView(manager, core, events, FIRST_EPOCH);
  await attachTexts(manager, id, events);
  if (after.closedAt === undefined || nextWakeAt(after) !== null) await requestStart(manager, id);
  return after;
}
