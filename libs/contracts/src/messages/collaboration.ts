import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Case } from '#domain/model/case.js';
import type { Command } from '#domain/model/command.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { Clock } from '#domain/clock.js';
import { coreBytesOf } from '#domain/process/core-bytes.js';
import type { ProcessCore } from '#domain/process/process-document.js';
import type { Addressed } from './signature.js';

/** What a run of a case is started with. It holds everything the workflow reads, so that replay is exact. */
export interface CollaborationInput {
  /** Folded from the events already in Postgres. The run's first `record` starts at the next seq. */
  readonly case: Case;
  readonly core: ProcessCore;
  readonly clock: Clock;
  /** Raised by each `restart`. `record` refuses a batch with an older epoch. */
  readonly epoch: number;
  /** The rule level at which this run decides; see `RuleContext`. */
  readonly ruleLevel: number;
}

/** The workflow's first argument; the second is the core's bytes, which are the same for thousands of runs. */
export type RunInput = Omit<CollaborationInput, 'core'>;

export function runArguments({ core, ...input }: CollaborationInput): [RunInput, Uint8Array] {
  return [input, coreBytesOf(core)];
}

export interface CommandAccepted {
  /** The version the case reached by this command. */
  readonly version: number;
  /** That of the run. When a newer one is in Postgres and the command's events are not, they never will be. */
  readonly epoch: number;
  /** True when the command changed nothing, so that no event bears its id. */
  readonly withoutEvents?: true;
}

/** One update carries every command; a refusal is an ApplicationFailure whose type is the refusal's code. */
export const commandUpdate = defineUpdate<CommandAccepted, [SentCommand]>('command');

/** A command on its way to its case. */
export interface SentCommand extends Command, Addressed {}

/** Asks the run to continue as new, for example before a release. */
export const renewSignal = defineSignal('renew');

/** How far a run is. */
export interface RunState {
  /** The case's number. */
  readonly number: string;
  readonly version: number;
  readonly epoch: number;
  /** Events that are not known to be in Postgres: the last ones up to `version`. */
  readonly unrecorded: number;
}

export const runStateQuery = defineQuery<RunState>('state');

/**
 * Before a restart: for `CLOSED_MS` the run refuses commands with `CASE_RESTARTING`. Answered when all its events are in
 * Postgres.
 */
export const closeUpdate = defineUpdate<RunState, [Addressed]>('close');

/** Wall time for which a closed run stays closed. If nothing replaces it, it takes commands again. */
export const CLOSED_MS = 60_000;

/** Failure type by which a closed run refuses a command: nothing has happened, and soon another run takes it. */
export const CASE_RESTARTING = 'case-restarting';

export interface RecordBatch {
  readonly id: string;
  readonly epoch: number;
  /** At most 100, in seq order without gaps. */
  readonly events: readonly CaseEvent[];
}

/**
 * What `record` answers, and says when it stops a run: that it was about this batch. An answer without it is not believed,
 * since another program may have taken the task.
 */
export interface RecordReceipt {
  readonly id: string;
  readonly epoch: number;
  readonly seq: number;
}

export const receiptOf = ({ id, epoch, events }: RecordBatch): RecordReceipt => ({
  id,
  epoch,
  seq: events.at(-1)?.seq ?? 0,
});

/** Failure type by which `record` stops a run that a newer run has replaced. Its detail is the receipt. */
export const EPOCH_SUPERSEDED = 'epoch-superseded';

/** The activities of a collaboration workflow. The worker implements them. */
export interface CollaborationActivities {
  /**
   * Writes a batch, its projections and its outbox rows in one Postgres transaction. Idempotent on (case, seq, hash).
   * @throws ApplicationFailure non-retryable `epoch-superseded` when a newer run owns the case.
   */
  record(batch: RecordBatch): Promise<RecordReceipt>;
}

export const COLLABORATION_WORKFLOW = 'collaboration';

export function workflowIdOf(caseId: string): string {
  return `collaboration:${caseId}`;
}
