import { dataConverterWith } from './data-converter.js';
import {
  Client,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  type Connection,
} from '@temporalio/client';
import { CANARY_ID, CANARY_WORKFLOW } from '#contracts/messages/canary.js';
import {
  COLLABORATION_WORKFLOW,
  renewSignal,
  runStateQuery,
  workflowIdOf,
  type CollaborationInput,
  type RunState,
} from '#contracts/messages/collaboration.js';
import { isUnsigned } from '#contracts/messages/signature.js';
import type { Command } from '#domain/model/command.js';
import type { EngineConfig } from './config.js';
import { engineConnection } from './connection.js';
import { inputPayloads } from './input-payload.js';
import { endRun, restartRun, type RestartOptions, type RestartPorts, type RestartResult } from './restart-run.js';
import { CALL_DEADLINE_MS, submit, type LoadForStart, type SubmitResult } from './submit.js';

const RUNNING_COLLABORATIONS = `WorkflowType = '${COLLABORATION_WORKFLOW}' AND ExecutionStatus = 'Running'`;
const HEALTH_DEADLINE_MS = 1_000;

/** One run of a case's workflow. */
export interface WorkflowRun {
  readonly runId: string;
  /** `RUNNING`, or how it ended: `TERMINATED`, `COMPLETED`, ... */
  readonly status: string;
}

/** The only access to Temporal for apps. Connects on first use. */
export class Engine {
  private readonly connection: Connection;
  private readonly client: Client;
  private readonly taskQueue: string;

  constructor(config: EngineConfig) {
    this.connection = engineConnection(config);
    this.client = new Client({
      connection: this.connection,
      namespace: config.namespace,
      dataConverter: dataConverterWith(config.payloadKey),
    });
    this.taskQueue = config.taskQueue;
  }

  submit(caseId: string, command: Command, loadForStart: LoadForStart, attempt = 1): Promise<SubmitResult> {
    return submit(this.client, this.taskQueue, caseId, command, loadForStart, attempt);
  }

  /** Starts the first run of a case. `already` when the case has or had a run, as a start may be requested twice. */
  async start(input: CollaborationInput): Promise<'started' | 'already'> {
    try {
      await this.startWorkflow(input, 'REJECT_DUPLICATE', 'FAIL');
      return 'started';
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already';
      throw error;
    }
  }

  /** Repair: gives the case a new run with what Postgres has; see `restartRun`. */
  restart(caseId: string, ports: RestartPorts, options: RestartOptions): Promise<RestartResult> {
    return restartRun(this.client, caseId, ports, (input) => this.restartUnlessRunning(input), options);
  }

  /** Repair: starts a new run with this state unless one is running. */
  async restartUnlessRunning(input: CollaborationInput): Promise<'started' | 'already'> {
    try {
      await this.startWorkflow(input, 'ALLOW_DUPLICATE', 'FAIL');
      return 'started';
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already';
      throw error;
    }
  }

  /** Starts the canary workflow unless it is running. */
  async startCanary(): Promise<void> {
    await this.callWithDeadline(CALL_DEADLINE_MS, () =>
      this.client.workflow.start(CANARY_WORKFLOW, {
        workflowId: CANARY_ID,
        taskQueue: this.taskQueue,
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    );
  }

  /** Asks every running case to continue as new, so that all use the current rule level. Returns their number. */
  async renewAll(): Promise<number> {
    let renewed = 0;
    for await (const caseId of this.runningCaseIds()) if (await this.renew(caseId)) renewed += 1;
    return renewed;
  }

  /** Asks the case's run to continue as new. False when it has no run. */
  async renew(caseId: string): Promise<boolean> {
    const handle = this.client.workflow.getHandle(workflowIdOf(caseId));
    try {
      await this.callWithDeadline(CALL_DEADLINE_MS, () => handle.signal(renewSignal));
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  /** Ids of all cases with a running workflow. Temporal's visibility list lags by about a second. */
  runningCaseIds(): AsyncIterable<string> {
    return this.listCaseIds(RUNNING_COLLABORATIONS);
  }

  /** Those of the given cases that have a running workflow, from the same list. */
  async runningAmong(caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    const ids = caseIds.map((caseId) => `'${workflowIdOf(caseId)}'`).join(', ');
    const open = new Set<string>();
    if (ids === '') return open;
    for await (const caseId of this.listCaseIds(`${RUNNING_COLLABORATIONS} AND WorkflowId IN (${ids})`))
      open.add(caseId);
    return open;
  }

  /** True when the case's workflow is running. Reads the workflow itself, not the lagging list. */
  async isRunning(caseId: string): Promise<boolean> {
    return (await this.latestRun(caseId))?.status === 'RUNNING';
  }

  /** The case's latest run, read from the workflow itself. Null when Temporal has none within its retention. */
  async latestRun(caseId: string): Promise<WorkflowRun | null> {
    try {
      const { runId, status } = await this.callWithDeadline(CALL_DEADLINE_MS, () =>
        this.client.workflow.getHandle(workflowIdOf(caseId)).describe(),
      );
      return { runId, status: status.name };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }

  /**
   * How far the case's run is, by the run itself; with no worker it cannot say. The string is the reason why it did not
   * answer. Null when the case has no running workflow.
   */
  async runState(caseId: string): Promise<(RunState & { readonly runId: string }) | string | null> {
    const run = await this.latestRun(caseId);
    if (run?.status !== 'RUNNING') return null;
    try {
      const { runId } = run;
      const state = await this.callWithDeadline(CALL_DEADLINE_MS, () =>
        this.client.workflow.getHandle(workflowIdOf(caseId), runId).query(runStateQuery),
      );
      return isUnsigned(state) ? 'somebody else answers for it' : { ...state, runId };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Ends one run, which cannot write any more; nothing happens when it has ended. */
  end(caseId: string, runId: string): Promise<void> {
    return endRun(this.client, caseId, runId);
  }

  /** True when the server describes our namespace within a second. */
  async isHealthy(): Promise<boolean> {
    const { namespace } = this.client.options;
    try {
      await this.callWithDeadline(HEALTH_DEADLINE_MS, () =>
        this.client.workflowService.describeNamespace({ namespace }),
      );
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  /** Case ids of a visibility query. Each page has the deadline of one call. */
  private async *listCaseIds(query: string): AsyncIterable<string> {
    const { namespace } = this.client.options;
    const prefix = workflowIdOf('');
    const page = (nextPageToken: Uint8Array) =>
      this.callWithDeadline(CALL_DEADLINE_MS, () =>
        this.client.workflowService.listWorkflowExecutions({ namespace, query, nextPageToken }),
      );
    let token = new Uint8Array();
    do {
      const { executions, nextPageToken } = await page(token);
      for (const { execution } of executions) {
        if (execution?.workflowId?.startsWith(prefix)) yield execution.workflowId.slice(prefix.length);
      }
      token = Uint8Array.from(nextPageToken);
    } while (token.length > 0);
  }

  private async startWorkflow(
    input: CollaborationInput,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' | 'REJECT_DUPLICATE',
    workflowIdConflictPolicy: 'FAIL',
  ): Promise<void> {
    await this.callWithDeadline(CALL_DEADLINE_MS, () =>
      this.client.workflow.start(COLLABORATION_WORKFLOW, {
        workflowId: workflowIdOf(input.case.id),
        taskQueue: this.taskQueue,
        args: inputPayloads(input),
        workflowIdReusePolicy,
        workflowIdConflictPolicy,
      }),
    );
  }

  private callWithDeadline<T>(millis: number, call: () => Promise<T>): Promise<T> {
    return this.client.withDeadline(Date.now() + millis, call);
  }
}
