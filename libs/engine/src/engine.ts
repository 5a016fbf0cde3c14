import { dataConverter } from './data-converter.js';
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
  workflowIdOf,
  type CollaborationInput,
} from '#contracts/messages/collaboration.js';
import type { Command } from '#domain/model/command.js';
import type { EngineConfig } from './config.js';
import { engineConnection } from './connection.js';
import { inputPayload } from './input-payload.js';
import { CALL_DEADLINE, submit, type LoadForStart, type Submitted } from './submit.js';

const OPEN_CASES = `WorkflowType = '${COLLABORATION_WORKFLOW}' AND ExecutionStatus = 'Running'`;
const HEALTH_DEADLINE = 1_000;

/** One run of a case's workflow. */
export interface Run {
  readonly runId: string;
  /** `RUNNING`, or how it ended: `TERMINATED`, `COMPLETED`, ... */
  readonly status: string;
}

/** The workflow engine as the rest of the house knows it. Connects by itself, now or later. */
export class Engine {
  private readonly connection: Connection;
  private readonly client: Client;
  private readonly taskQueue: string;

  constructor(config: EngineConfig) {
    this.connection = engineConnection(config);
    this.client = new Client({ connection: this.connection, namespace: config.namespace, dataConverter });
    this.taskQueue = config.taskQueue;
  }

  submit(caseId: string, command: Command, loadForStart: LoadForStart): Promise<Submitted> {
    return submit(this.client, this.taskQueue, caseId, command, loadForStart);
  }

  /** Starts the first run of a case. `already` when there is or was one: the relay may ask twice. */
  async start(input: CollaborationInput): Promise<'started' | 'already'> {
    try {
      await this.run(input, 'REJECT_DUPLICATE', 'FAIL');
      return 'started';
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already';
      throw error;
    }
  }

  /** Repair: a new run with this state; the run there was is ended. Raise the case's epoch first. */
  async restart(input: CollaborationInput): Promise<void> {
    await this.run(input, 'ALLOW_DUPLICATE', 'TERMINATE_EXISTING');
  }

  /** Repair: a new run with this state, unless the case has one after all. Raise the case's epoch first. */
  async startAgain(input: CollaborationInput): Promise<'started' | 'already'> {
    try {
      await this.run(input, 'ALLOW_DUPLICATE', 'FAIL');
      return 'started';
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already';
      throw error;
    }
  }

  /** Starts the canary unless it flies already. */
  async startCanary(): Promise<void> {
    await this.within(CALL_DEADLINE, () =>
      this.client.workflow.start(CANARY_WORKFLOW, {
        workflowId: CANARY_ID,
        taskQueue: this.taskQueue,
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    );
  }

  /** Asks every open run to continue as new, so that all run today's rules. Returns how many were asked. */
  async renewAll(): Promise<number> {
    let asked = 0;
    for await (const caseId of this.openCases()) if (await this.renew(caseId)) asked += 1;
    return asked;
  }

  /** False when the case has no run. */
  async renew(caseId: string): Promise<boolean> {
    const handle = this.client.workflow.getHandle(workflowIdOf(caseId));
    try {
      await this.within(CALL_DEADLINE, () => handle.signal(renewSignal));
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  /** Ids of all cases with an open run. The engine's list lags by about a second. */
  openCases(): AsyncIterable<string> {
    return this.listed(OPEN_CASES);
  }

  /** Which of these cases have an open run, by the same list. */
  async openAmong(caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    const ids = caseIds.map((caseId) => `'${workflowIdOf(caseId)}'`).join(', ');
    const open = new Set<string>();
    if (ids === '') return open;
    for await (const caseId of this.listed(`${OPEN_CASES} AND WorkflowId IN (${ids})`)) open.add(caseId);
    return open;
  }

  /** True when the case has an open run, asked of the run itself. */
  async isRunning(caseId: string): Promise<boolean> {
    return (await this.runOf(caseId))?.status === 'RUNNING';
  }

  /** The case's newest run, asked of the run itself; null when there is none that the server remembers. */
  async runOf(caseId: string): Promise<Run | null> {
    try {
      const { runId, status } = await this.within(CALL_DEADLINE, () =>
        this.client.workflow.getHandle(workflowIdOf(caseId)).describe(),
      );
      return { runId, status: status.name };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }

  /** True when the server answers for our namespace within a second. */
  async health(): Promise<boolean> {
    const { namespace } = this.client.options;
    try {
      await this.within(HEALTH_DEADLINE, () => this.client.workflowService.describeNamespace({ namespace }));
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  /** Page by page, each within the deadline of a call. */
  private async *listed(query: string): AsyncIterable<string> {
    const { namespace } = this.client.options;
    const prefix = workflowIdOf('');
    const page = (nextPageToken: Uint8Array) =>
      this.within(CALL_DEADLINE, () =>
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

  private async run(
    input: CollaborationInput,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' | 'REJECT_DUPLICATE',
    workflowIdConflictPolicy: 'FAIL' | 'TERMINATE_EXISTING',
  ): Promise<void> {
    await this.within(CALL_DEADLINE, () =>
      this.client.workflow.start(COLLABORATION_WORKFLOW, {
        workflowId: workflowIdOf(input.case.id),
        taskQueue: this.taskQueue,
        args: [inputPayload(input)],
        workflowIdReusePolicy,
        workflowIdConflictPolicy,
      }),
    );
  }

  private within<T>(millis: number, call: () => Promise<T>): Promise<T> {
    return this.client.withDeadline(Date.now() + millis, call);
  }
}
