import type { DataSource, EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import type { CaseEvent } from '#domain/model/events.js';
import { fold } from '#domain/case/evolve.js';
import { openingEvents, type CaseOpening } from '#domain/case/opening-events.js';
import type { ProcessCore } from '#domain/process/process-document.js';
import type { Instant } from '#domain/time.js';
import { nextCaseNumber } from './history/case-numbers.js';
import { newestProcessVersion } from '../process/process-versions.js';
import { announceOpening } from './notices/announce-version.js';
import { attachTexts } from './texts/texts.js';
import { firstPartInsertions, firstCaseInsertion, textOf } from './views/first-view.js';
import { transitionsOf } from '#domain/case/transitions.js';
import { outboxInsertion } from './views/project-events.js';
import { putCaseText } from './search/case-text.js';
import { EventTable, toEventRow } from './history/event-table.js';
import { StartRequestTable } from './start-request-table.js';
import { rowsInto, writeRows, type Insertion } from '../db/write-rows.js';

const FIRST_EPOCH = 1;

export interface NewCase {
  readonly opening: Omit<CaseOpening, 'number'>;
  readonly receivedAt: Instant;
  /** Domain seconds per wall second. */
  readonly speed: number;
  /** Id of the process; the case is pinned to its newest version. */
  readonly process: string;
  /** Writes the enquiry and the texts (at least the title's) in the same transaction. */
  readonly writeRelatedRows: (manager: EntityManager) => Promise<void>;
}

export interface OpenedCase {
  readonly case: Case;
  readonly core: ProcessCore;
  readonly epoch: number;
  readonly events: readonly CaseEvent[];
}

/**
 * Opens a case in one transaction. Every later write to the case comes from its workflow.
 *
 * 1. Works while Temporal is down: the start request waits for the worker's relay, and the deadlines are already set.
 * 2. Takes the case number last: from then until the commit all other openings of the year wait.
 */
export async function openCase(dataSource: DataSource, newCase: NewCase): Promise<OpenedCase> {
  const { id } = newCase.opening;
  const opened = await dataSource.transaction(async (manager) => {
    const { core } = await newestProcessVersion(manager, newCase.process);
    const ctx = { core, speed: newCase.speed, ruleLevel: RULE_LEVEL };
    const unnumbered = openingEvents(ctx, { ...newCase.opening, number: '' }, newCase.receivedAt);
    await newCase.writeRelatedRows(manager);
    const title = textOf(
      (await attachTexts(manager, id, unnumbered)).get(newCase.opening.title),
      newCase.opening.title,
    );
    const steps = transitionsOf(null, unnumbered);
    const unnumberedCase = fold(unnumbered);
    await putCaseText(manager, { ...unnumberedCase, title });
    await writeRows(
      manager,
      ...firstPartInsertions(core, unnumberedCase, steps),
      outboxInsertion(steps),
      startRequest(id),
    );
    const events = numbered(unnumbered, await nextCaseNumber(manager, newCase.receivedAt));
    const rows = events.map((event) => toEventRow(id, event, FIRST_EPOCH));
    const state = fold(events);
    await writeRows(
      manager,
      rowsInto(EventTable, rows),
      firstCaseInsertion(core, state, { title, epoch: FIRST_EPOCH }),
    );
    return { case: state, core, epoch: FIRST_EPOCH, events };
  });
  await announceOpening(dataSource.manager, id, opened.case.version);
  return opened;
}

/** Sets the case number, which only the first event carries. */
function numbered([first, ...others]: readonly CaseEvent[], number: string): readonly CaseEvent[] {
  if (first?.type !== 'enquiryReceived') throw new Error('a history begins with enquiryReceived');
  return [{ ...first, data: { ...first.data, number } }, ...others];
}

/** Asks the worker's relay to start the workflow after the caller's transaction has committed. */
export async function requestStart(manager: EntityManager, caseId: string): Promise<void> {
  await writeRows(manager, startRequest(caseId));
}

const startRequest = (caseId: string): Insertion => rowsInto(StartRequestTable, [{ caseId }]);
