import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Case } from '#domain/model/case.js';
import type { Command } from '#domain/model/command.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { Clock } from '#domain/clock.js';
import type { ProcessCore } from '#domain/process/core.js';

/** What a collaboration's workflow is started with: everything it needs, so that replay is exact. */
export interface CollaborationInput {
  /** Folded from the events that are already in Postgres; its first `record` starts at the next seq. */
  readonly case: Case;
  readonly core: ProcessCore;
  readonly clock: Clock;
  /** Raised by `restart`; `record` refuses an older one. */
  readonly epoch: number;
  readonly rules: number;
}

export interface CommandAccepted {
  /** The version the case reached by this command. */
  readonly version: number;
}

/** One update carries every command; a refusal is an ApplicationFailure whose type is the refusal's code. */
export const commandUpdate = defineUpdate<CommandAccepted, [Command]>('command');

/** Asks the run to continue as new, e.g. before a release. */
export const renewSignal = defineSignal('renew');

export interface RecordBatch {
  readonly id: string;
  readonly epoch: number;
  /** At most 100, in seq order without gaps. */
  readonly events: readonly CaseEvent[];
}

/** Type of the failure with which `record` ends a run that a newer one has replaced. */
export const EPOCH_SUPERSEDED = 'epoch-superseded';

/** The activities that workflows call; the worker implements them. */
export interface CollaborationActivities {
  /**
   * Writes a batch, its projections and its outbox rows in one Postgres transaction. Idempotent on (case, seq, hash).
   * @throws ApplicationFailure non-retryable `epoch-superseded` when a newer run owns the case.
   */
  record(batch: RecordBatch): Promise<void>;
}

export const COLLABORATION_WORKFLOW = 'collaboration';

export function workflowIdOf(caseId: string): string {
  return `collaboration:${caseId}`;
}
