import { setTimeout as pause } from 'node:timers/promises';
import { WithStartWorkflowOperation, WorkflowNotFoundError, type Client } from '@temporalio/client';
import {
  COLLABORATION_WORKFLOW,
  commandUpdate,
  workflowIdOf,
  type CollaborationInput,
  type CommandAccepted,
  type SentCommand,
} from '#contracts/messages/collaboration.js';
import { isUnsigned } from '#contracts/messages/signature.js';
import type { Command } from '#domain/model/command.js';
import type { Refusal } from '#domain/model/refusal.js';
import { isOutcomeUnknown, isRestarting, isSaidByOthers, isUnsent, refusalIn } from './failures.js';
import { inputPayloads } from './input-payload.js';

/** Outcome of a submitted command. */
export type SubmitResult =
  | ({ readonly ok: true } & CommandAccepted)
  | { readonly ok: false; readonly refusal: Refusal }
  /** The command may have been accepted or still be: send it again with the same id. */
  | { readonly ok: false; readonly outcome: 'unknown' }
  /** The command was not accepted and will not be. */
  | { readonly ok: false; readonly outcome: 'unavailable' };

/** Reads the workflow input of a case whose workflow has ended or is missing. Null when there is no such case. */
export type LoadForStart = (caseId: string) => Promise<CollaborationInput | null>;

/** Deadline of every call to Temporal, in wall time. */
export const CALL_DEADLINE_MS = 5_000;

/** A restart takes less than this, unless the tool waits for a run that does not answer. */
const RESTART_WAIT_MS = 15_000;
const RESTART_POLL_MS = 100;

/**
 * Sends a command to the case's workflow, and starts a new run first when the case has none. While the case is being
 * restarted it waits for the next run.
 * @param attempt  above 1 when a run has accepted the command and then been replaced before it wrote the events.
 * @throws only on unexpected errors, which become a 500.
 */
export async function submit(
  client: Client,
  taskQueue: string,
  caseId: string,
  command: Command,
  loadForStart: LoadForStart,
  attempt = 1,
): Promise<SubmitResult> {
  const call = (send: () => Promise<CommandAccepted>) => client.withDeadline(Date.now() + CALL_DEADLINE_MS, send);
  const send = () =>
    call(() => update(client, caseId, updateOf(caseId, command, attempt))).catch(async (error: unknown) => {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      const input = await loadForStart(caseId);
      if (!input) throw error;
      return call(() => updateWithStart(client, taskQueue, input, updateOf(caseId, command, attempt)));
    });
  for (const until = Date.now() + RESTART_WAIT_MS; ; await pause(RESTART_POLL_MS)) {
    try {
      const accepted = await send();
      return isUnsigned(accepted) ? { ok: false, outcome: 'unknown' } : { ok: true, ...accepted };
    } catch (error) {
      if (!isRestarting(error)) return outcomeOf(error);
      if (Date.now() > until) return { ok: false, outcome: 'unavailable' };
    }
  }
}

function outcomeOf(error: unknown): SubmitResult {
  const refusal = refusalIn(error);
  if (refusal) return { ok: false, refusal };
  if (error instanceof WorkflowNotFoundError) {
    return {
      ok: false,
      refusal: { code: 'not-found', detail: { nb: 'Saken finnes ikke.', en: 'The case does not exist.' } },
    };
  }
  if (isSaidByOthers(error)) return { ok: false, outcome: 'unknown' };
  if (isUnsent(error)) return { ok: false, outcome: 'unavailable' };
  if (isOutcomeUnknown(error)) return { ok: false, outcome: 'unknown' };
  throw error;
}

/**
 * Temporal answers a repeated update id of a run with the first outcome, also while that is awaited. Of a rejected update it
 * remembers nothing, so a refused command may be tried again. The id contains the start of the hash (64 bits), so that another
 * command with the same id reaches the case, which refuses it; the whole hash would make every history longer. A later attempt
 * has another id, because a run that has ended would answer the same one with what it had accepted.
 */
const updateOf = (caseId: string, command: Command, attempt: number): CommandUpdate => ({
  updateId: `${command.id} ${command.hash.slice(0, 16)}${attempt > 1 ? `/${attempt}` : ''}`,
  args: [{ ...command, caseId, sentAt: Date.now() }],
});

interface CommandUpdate {
  readonly updateId: string;
  readonly args: [SentCommand];
}

function update(client: Client, caseId: string, given: CommandUpdate): Promise<CommandAccepted> {
  return client.workflow.getHandle(workflowIdOf(caseId)).executeUpdate(commandUpdate, given);
}

function updateWithStart(
  client: Client,
  taskQueue: string,
  input: CollaborationInput,
  given: CommandUpdate,
): Promise<CommandAccepted> {
  const startWorkflowOperation = new WithStartWorkflowOperation(COLLABORATION_WORKFLOW, {
    workflowId: workflowIdOf(input.case.id),
    taskQueue,
    args: inputPayloads(input),
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  return client.workflow.executeUpdateWithStart(commandUpdate, { ...given, startWorkflowOperation });
}
