import { WithStartWorkflowOperation, WorkflowNotFoundError, type Client } from '@temporalio/client';
import {
  COLLABORATION_WORKFLOW,
  commandUpdate,
  workflowIdOf,
  type CollaborationInput,
  type CommandAccepted,
} from '#contracts/messages/collaboration.js';
import type { Command } from '#domain/model/command.js';
import type { Refusal } from '#domain/model/refusal.js';
import { isOutcomeUnknown, isUnsent, refusalIn } from './failures.js';
import { inputPayload } from './input-payload.js';

/** Outcome of a submitted command. */
export type SubmitResult =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly refusal: Refusal }
  /** The command may have been accepted or still be: send it again with the same id. */
  | { readonly ok: false; readonly outcome: 'unknown' }
  /** The command was not accepted and will not be. */
  | { readonly ok: false; readonly outcome: 'unavailable' };

/** Reads the workflow input of a case whose workflow has ended or is missing. Null when there is no such case. */
export type LoadForStart = (caseId: string) => Promise<CollaborationInput | null>;

/** Deadline of every call to Temporal, in wall time. */
export const CALL_DEADLINE_MS = 5_000;

/**
 * Sends a command to the case's workflow, and starts a new run first when the case has none.
 * @throws only on unexpected errors, which become a 500.
 */
export async function submit(
  client: Client,
  taskQueue: string,
  caseId: string,
  command: Command,
  loadForStart: LoadForStart,
): Promise<SubmitResult> {
  const call = (send: () => Promise<CommandAccepted>) => client.withDeadline(Date.now() + CALL_DEADLINE_MS, send);
  try {
    const { version } = await call(() => update(client, caseId, command)).catch(async (error: unknown) => {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      const input = await loadForStart(caseId);
      if (!input) throw error;
      return call(() => updateWithStart(client, taskQueue, input, command));
    });
    return { ok: true, version };
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): SubmitResult {
  const refusal = refusalIn(error);
  if (refusal) return { ok: false, refusal };
  if (error instanceof WorkflowNotFoundError) {
    return { ok: false, refusal: { code: 'not-found', detail: 'Saken finnes ikke.' } };
  }
  if (isUnsent(error)) return { ok: false, outcome: 'unavailable' };
  if (isOutcomeUnknown(error)) return { ok: false, outcome: 'unknown' };
  throw error;
}

/**
 * Temporal answers a repeated update id of a run with the first outcome, also while that is awaited. Of a rejected update it
 * remembers nothing, so a refused command may be tried again. The id contains the start of the hash (64 bits), so that another
 * command with the same id reaches the case, which refuses it; the whole hash would make every history longer.
 */
const updateOf = (command: Command): { updateId: string; args: [Command] } => ({
  updateId: `${command.id} ${command.hash.slice(0, 16)}`,
  args: [command],
});

function update(client: Client, caseId: string, command: Command): Promise<CommandAccepted> {
  return client.workflow.getHandle(workflowIdOf(caseId)).executeUpdate(commandUpdate, updateOf(command));
}

function updateWithStart(
  client: Client,
  taskQueue: string,
  input: CollaborationInput,
  command: Command,
): Promise<CommandAccepted> {
  const startWorkflowOperation = new WithStartWorkflowOperation(COLLABORATION_WORKFLOW, {
    workflowId: workflowIdOf(input.case.id),
    taskQueue,
    args: [inputPayload(input)],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  return client.workflow.executeUpdateWithStart(commandUpdate, { ...updateOf(command), startWorkflowOperation });
}
