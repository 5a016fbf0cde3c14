import type { DataSource, EntityManager } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import { RULES } from '#domain/case/context.js';
import type { CaseEvent } from '#domain/case/events.js';
import { open, type Opening } from '#domain/case/open.js';
import type { ProcessCore } from '#domain/process/core.js';
import type { Instant } from '#domain/time.js';
import { nextCaseNumber } from './case-numbers.js';
import { rowOf } from './event-rows.js';
import { newestProcessVersion } from './process-versions.js';
import { announce, announceStart } from './projections/announce.js';
import { attachTexts } from './projections/attach-texts.js';
import { writeFirstView } from './projections/first-view.js';
import { writeLetters } from './projections/write-views.js';
import { EventTable } from './tables/event.js';
import { StartRequestTable } from './tables/start-request.js';
import { insertRows } from './write-rows.js';

const FIRST_EPOCH = 1;

export interface NewCase {
  readonly opening: Omit<Opening, 'number'>;
  readonly receivedAt: Instant;
  /** Domain seconds per wall second, of the installation's clock. */
  readonly speed: number;
  /** Id of the process; the case is pinned to its newest version. */
  readonly process: string;
  /** Writes what belongs to the opening (enquiry, texts: at least the title's) in the same transaction. */
  readonly alongside: (manager: EntityManager, number: string) => Promise<void>;
}

export interface OpenedCase {
  readonly case: Case;
  readonly core: ProcessCore;
  readonly epoch: number;
  readonly events: readonly CaseEvent[];
}

/**
 * Opens a case: the one write to a case that is not made by its workflow. One transaction, or nothing.
 * Works while Temporal is down: the row "to be started" waits for the worker's relay, and the promised dates hold.
 */
export async function openCase(dataSource: DataSource, newCase: NewCase): Promise<OpenedCase> {
  const opened = await dataSource.transaction(async (manager) => {
    const { core } = await newestProcessVersion(manager, newCase.process);
    const number = await nextCaseNumber(manager, newCase.receivedAt);
    const ctx = { core, speed: newCase.speed, rules: RULES };
    const events = open(ctx, { ...newCase.opening, number }, newCase.receivedAt);
    await newCase.alongside(manager, number);
    const { id } = newCase.opening;
    await insertRows(
      manager,
      EventTable,
      events.map((event) => rowOf(id, event, FIRST_EPOCH)),
    );
    const { after, steps } = await writeFirstView(manager, core, events, FIRST_EPOCH);
    await writeLetters(manager, steps);
    await attachTexts(manager, id, events);
    await requestStart(manager, id);
    return { case: after, core, epoch: FIRST_EPOCH, events };
  });
  await announce(dataSource.manager, opened.case.id, opened.case.version);
  return opened;
}

/** Asks the relay to start the workflow of a case, once the caller's transaction is committed. */
export async function requestStart(manager: EntityManager, caseId: string): Promise<void> {
  await manager.insert(StartRequestTable, { caseId });
  await announceStart(manager, caseId);
}
