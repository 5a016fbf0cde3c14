import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import {
  CLOSED_MS,
  closeUpdate,
  commandUpdate,
  workflowIdOf,
  type CollaborationInput,
} from '#contracts/messages/collaboration.js';
import { CALL_DEADLINE_MS } from './submit.js';

/** What a restart asks of Postgres. */
export interface RestartPorts {
  /** Those of the command ids that the case's events bear. */
  recorded(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Ends the write access of every earlier run, and then reads the case. Null when there is no such case. */
  raiseAndLoad(): Promise<CollaborationInput | null>;
}

export interface RestartOptions {
  /** True: restarts also when accepted commands of a run that does not answer would be lost. */
  readonly dropUnrecorded: boolean;
  /** Only this run is replaced: when another one has the case meanwhile, nothing is changed. */
  readonly runId?: string;
}

export type RestartResult =
  | { readonly outcome: 'restarted' | 'no-case' }
  /** The run did not write its last events in time, and these commands, which it has accepted, are not in Postgres. */
  | { readonly outcome: 'at-risk'; readonly commands: readonly string[] }
  /** Nothing has been changed: the run may have gone on by itself meanwhile, or it is another one. */
  | { readonly outcome: 'too-slow' | 'other-run' };

const DRAIN_MS = 10_000;
/** When what is not written may be lost all the same, which is said after it was waited for once. */
const SHORT_DRAIN_MS = 2_000;

/**
 * Gives the case a new run with what Postgres has.
 *
 * 1. The old run is closed: it refuses commands, and `submit` keeps them until the new run is there.
 * 2. It writes its last events. Only then are its write access ended and the case read.
 * 3. A run that does not answer is ended all the same when every command that it has accepted is in Postgres.
 * @param start  starts a run unless one is running: a command may have started it from the same state.
 */
export async function restartRun(
  client: Client,
  caseId: string,
  ports: RestartPorts,
  start: (input: CollaborationInput) => Promise<unknown>,
  { dropUnrecorded, runId }: RestartOptions,
): Promise<RestartResult> {
  if (runId !== undefined && (await runningRun(client, caseId)) !== runId) return { outcome: 'other-run' };
  const closedAt = Date.now();
  const run = await closeRun(client, caseId, dropUnrecorded ? SHORT_DRAIN_MS : DRAIN_MS);
  if (runId !== undefined && run?.runId !== runId) return { outcome: 'other-run' };
  if (run && !run.drained && !dropUnrecorded) {
    const commands = await unrecordedCommands(client, caseId, run.runId, ports);
    if (commands.length > 0) return { outcome: 'at-risk', commands };
  }
  if (run?.drained && Date.now() - closedAt > CLOSED_MS / 2) return { outcome: 'too-slow' };
  const input = await ports.raiseAndLoad();
  if (!input) return { outcome: 'no-case' };
  if (run) await endRun(client, caseId, run.runId);
  await start(input);
  return { outcome: 'restarted' };
}

/** Terminates one run; nothing happens when it has ended. */
export async function endRun(client: Client, caseId: string, runId: string): Promise<void> {
  const ended = client.withDeadline(Date.now() + CALL_DEADLINE_MS, () =>
    client.workflow.getHandle(workflowIdOf(caseId), runId).terminate('replaced by a run from the events in Postgres'),
  );
  await ended.catch((error: unknown) => {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  });
}

/** Null when the case has no running workflow. */
async function closeRun(
  client: Client,
  caseId: string,
  drainMs: number,
): Promise<{ readonly runId: string; readonly drained: boolean } | null> {
  const until = Date.now() + drainMs;
  for (;;) {
    const runId = await runningRun(client, caseId);
    if (runId === null) return null;
    try {
      await client.withDeadline(until, () =>
        client.workflow
          .getHandle(workflowIdOf(caseId), runId)
          .executeUpdate(closeUpdate, { args: [{ caseId, sentAt: Date.now() }] }),
      );
      return { runId, drained: true };
    } catch {
      // The run has ended or continued as new, or it cannot answer: the next turn of the loop tells which.
      if (Date.now() >= until) return { runId, drained: false };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function runningRun(client: Client, caseId: string): Promise<string | null> {
  try {
    const { runId, status } = await client.withDeadline(Date.now() + CALL_DEADLINE_MS, () =>
      client.workflow.getHandle(workflowIdOf(caseId)).describe(),
    );
    return status.name === 'RUNNING' ? runId : null;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

/** Accepted commands stand in the run's history, which the server reads without a worker. Earlier runs ended with none. */
async function unrecordedCommands(
  client: Client,
  caseId: string,
  runId: string,
  ports: RestartPorts,
): Promise<readonly string[]> {
  const { events } = await client.withDeadline(Date.now() + CALL_DEADLINE_MS, () =>
    client.workflow.getHandle(workflowIdOf(caseId), runId).fetchHistory(),
  );
  const accepted = (events ?? []).flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: update }) => {
    const { meta, input } = update?.acceptedRequest ?? {};
    // The update id is the command's id, a blank and the start of its hash; see `updateOf`.
    return input?.name === commandUpdate.name ? [(meta?.updateId ?? '').replace(/ [^ ]*$/, '')] : [];
  });
  const recorded = await ports.recorded(accepted);
  return accepted.filter((id) => !recorded.has(id));
}
