import type { DataSource, EntityManager } from 'typeorm';
import type { CaseEvent } from '#domain/model/events.js';
import { queryPrepared } from '../db/query-prepared.js';
import { DivergedTable } from './history/diverged-table.js';
import { announceVersion } from './notices/announce-version.js';
import { appendEvents, Diverged } from './history/append-events.js';
import { attachTexts } from './texts/texts.js';
import { projectEvents, type LockedView } from './views/project-events.js';

/** A newer workflow run owns the case; the calling run must stop. */
export class EpochSuperseded extends Error {
  constructor(
    readonly caseId: string,
    readonly epoch: number,
    readonly current: number,
  ) {
    super(`case ${caseId}: run of epoch ${epoch} was superseded by epoch ${current}`);
    this.name = 'EpochSuperseded';
  }
}

export interface EventBatch {
  readonly id: string;
  readonly epoch: number;
  readonly events: readonly CaseEvent[];
}

/**
 * Records the events of a workflow run: events, views, outbox messages and text attachments, in one transaction.
 *
 * 1. Idempotent: the same (case, seq, hash) is skipped, so a batch may be sent again after a lost answer.
 * 2. One batch per case at a time: the view's row is locked first.
 * 3. A different event at a seq, or a gap, is stored in `diverged` and thrown. Nothing is dropped or overwritten; the
 *    `diverged` row is deleted when the event is recorded later.
 * @throws EpochSuperseded | Diverged
 */
export async function recordBatch(dataSource: DataSource, batch: EventBatch): Promise<void> {
  try {
    const version = await dataSource.transaction((manager) => record(manager, batch));
    if (version !== null) await announceVersion(dataSource.manager, batch.id, version);
  } catch (error) {
    if (error instanceof Diverged) await noteDiverged(dataSource.manager, error);
    throw error;
  }
}

const FORGET_DIVERGED = 'DELETE FROM diverged WHERE case_id = $1 AND seq BETWEEN $2 AND $3';

async function record(manager: EntityManager, { id, epoch, events }: EventBatch): Promise<number | null> {
  const view = await lockView(manager, id);
  if (view && epoch < view.epoch) throw new EpochSuperseded(id, epoch, view.epoch);
  const added = await appendEvents(manager, id, events, epoch);
  await queryPrepared(manager, FORGET_DIVERGED, [id, events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0]);
  if (added.length === 0) return null;
  if (!view) throw new Error(`case ${id} has events but no view: rebuild it`);
  await attachTexts(manager, id, added);
  const after = await projectEvents(manager, view, added, epoch);
  return after.version;
}

const LOCK_VIEW = 'SELECT version, body, epoch FROM collaboration WHERE id = $1 FOR UPDATE';

async function lockView(manager: EntityManager, id: string): Promise<(LockedView & { epoch: number }) | null> {
  const [view] = await queryPrepared<LockedView & { epoch: number }>(manager, LOCK_VIEW, [id]);
  return view ?? null;
}

async function noteDiverged(manager: EntityManager, { caseId, seq, seenHash, storedHash }: Diverged): Promise<void> {
  await manager.upsert(DivergedTable, { caseId, seq, seenHash, storedHash, at: new Date().toISOString() }, [
    'caseId',
    'seq',
  ]);
}
