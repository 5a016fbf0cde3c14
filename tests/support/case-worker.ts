import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkerOptions } from '@temporalio/worker';
import {
  EPOCH_SUPERSEDED,
  receiptOf,
  type CollaborationInput,
  type RecordBatch,
  type RecordReceipt,
  type SentCommand,
} from '#contracts/messages/collaboration.js';
import type { Command } from '#domain/model/command.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import type { CaseEvent, EventType } from '#domain/model/events.js';
import { fold } from '#domain/case/evolve.js';
import { openingEvents } from '#domain/case/opening-events.js';
import type { Clock } from '#domain/clock.js';
import type { ProcessCore } from '#domain/process/process-document.js';
import type { Instant } from '#domain/time.js';
import { smallOpening, smallProcess } from './small-process.js';
import { dataConverter, workflowBundle } from './test-temporal.js';

/** Stands in for Postgres where a test looks at the workflow alone: keeps the batches that `record` receives. */
export interface InMemoryRecord {
  readonly events: CaseEvent[];
  readonly batches: RecordBatch[];
  /** While set, `record` fails with this error and is retried. */
  failWith: Error | null;
  /** Batches of runs with an older epoch are refused without retry. */
  minEpoch: number;
  attempts: number;
  record(batch: RecordBatch): Promise<RecordReceipt>;
  eventsOfType<T extends EventType>(type: T): Extract<CaseEvent, { type: T }>[];
}

export function newInMemoryRecord(): InMemoryRecord {
  const events: CaseEvent[] = [];
  const batches: RecordBatch[] = [];
  return {
    events,
    batches,
    failWith: null,
    minEpoch: 1,
    attempts: 0,
    async record(batch) {
      this.attempts += 1;
      if (this.failWith) throw this.failWith;
      if (batch.epoch < this.minEpoch)
        throw ApplicationFailure.nonRetryable('a newer run has the case', EPOCH_SUPERSEDED, receiptOf(batch));
      batches.push(batch);
      for (const event of batch.events) if (event.seq > (events.at(-1)?.seq ?? 0)) events.push(event);
      return receiptOf(batch);
    },
    eventsOfType: <T extends EventType>(type: T) =>
      events.filter((event): event is Extract<CaseEvent, { type: T }> => event.type === type),
  };
}

/** A worker with today's workflows and its own task queue, unless `options` say otherwise; the caller shuts it down. */
export async function createCaseWorker(
  server: TestWorkflowEnvironment,
  activities: object,
  options: Partial<WorkerOptions> = {},
): Promise<Worker> {
  return Worker.create({
    dataConverter,
    connection: server.nativeConnection,
    namespace: server.namespace ?? 'default',
    taskQueue: `case-${randomUUID()}`,
    workflowBundle: options.workflowBundle ?? (await workflowBundle()),
    activities,
    ...options,
  });
}

/** The workflow input of a case that was just opened. */
export function newWorkflowInput(
  receivedAt: Instant,
  clock: Clock,
  { core = smallProcess, epoch = 1 }: { core?: ProcessCore; epoch?: number } = {},
): CollaborationInput {
  const ctx = { core, speed: clock.speed, ruleLevel: RULE_LEVEL };
  const events = openingEvents(ctx, { ...smallOpening(randomUUID()), number: '2027-0001' }, receivedAt);
  return { case: fold(events), core, clock, epoch, ruleLevel: RULE_LEVEL };
}

/** A clock on which domain time equals wall time. */
export function wallClock(wall: number): Clock {
  return { origin: { domain: new Date(wall).toISOString(), wall }, speed: 1 };
}

/** A command as `submit` sends it; never too old, since these servers skip time. */
export const sentTo = (caseId: string, command: Command): SentCommand => ({
  ...command,
  caseId,
  sentAt: Number.MAX_SAFE_INTEGER,
});
