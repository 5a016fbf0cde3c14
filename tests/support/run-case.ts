import { dataConverter } from '#engine/data-converter.js';
import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { EPOCH_SUPERSEDED, type CollaborationInput, type RecordBatch } from '#contracts/messages/collaboration.js';
import { RULES } from '#domain/model/context.js';
import type { CaseEvent, EventType } from '#domain/model/events.js';
import { fold } from '#domain/case/evolve.js';
import { open } from '#domain/case/open.js';
import type { Clock } from '#domain/clock.js';
import type { ProcessCore } from '#domain/process/core.js';
import type { Instant } from '#domain/time.js';
import { opening, smallProcess } from './small-process.js';
import { workflowBundle } from './temporal.js';

/** What stands in for Postgres where only the workflow is looked at: what `record` was given, in order. */
export interface Recorder {
  readonly events: CaseEvent[];
  readonly batches: RecordBatch[];
  /** While set, `record` fails with it, and is tried again. */
  failing: Error | null;
  /** Runs older than this are refused for good. */
  epoch: number;
  attempts: number;
  record(batch: RecordBatch): Promise<void>;
  typed<T extends EventType>(type: T): Extract<CaseEvent, { type: T }>[];
}

export function recorder(): Recorder {
  const events: CaseEvent[] = [];
  const batches: RecordBatch[] = [];
  return {
    events,
    batches,
    failing: null,
    epoch: 1,
    attempts: 0,
    async record(batch) {
      this.attempts += 1;
      if (this.failing) throw this.failing;
      if (batch.epoch < this.epoch) throw ApplicationFailure.nonRetryable('a newer run has the case', EPOCH_SUPERSEDED);
      batches.push(batch);
      for (const event of batch.events) if (event.seq > (events.at(-1)?.seq ?? 0)) events.push(event);
    },
    typed: <T extends EventType>(type: T) =>
      events.filter((event): event is Extract<CaseEvent, { type: T }> => event.type === type),
  };
}

/** A worker of its own queue for one test; the caller shuts it down. */
export async function workerFor(server: TestWorkflowEnvironment, activities: object, cached?: number): Promise<Worker> {
  return Worker.create({
    dataConverter,
    connection: server.nativeConnection,
    namespace: server.namespace ?? 'default',
    taskQueue: `case-${randomUUID()}`,
    workflowBundle: await workflowBundle(),
    activities,
    ...(cached !== undefined && { maxCachedWorkflows: cached }),
  });
}

/** A case just opened, as its workflow gets it. */
export function freshInput(
  receivedAt: Instant,
  clock: Clock,
  { core = smallProcess, epoch = 1 }: { core?: ProcessCore; epoch?: number } = {},
): CollaborationInput {
  const ctx = { core, speed: clock.speed, rules: RULES };
  const events = open(ctx, { ...opening(randomUUID()), number: '2027-0001' }, receivedAt);
  return { case: fold(events), core, clock, epoch, rules: RULES };
}

/** Domain time that is wall time. */
export function plainClock(wall: number): Clock {
  return { origin: { domain: new Date(wall).toISOString(), wall }, speed: 1 };
}
