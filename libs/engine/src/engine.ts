import { Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Connection } from '@temporalio/client';
import { CANARY_ID, CANARY_WORKFLOW } from '#contracts/messages/canary.js';
import {
  COLLABORATION_WORKFLOW, renewSignal, workflowIdOf,
  type CollaborationInput,
} from '#contracts/messages/collaboration.js';
import type { Command } from '#domain/case/command.js';
import type { EngineConfig } from './config.js';
import { engineConnection } from './connection.js';
import { CALL_DEADLINE, submit, type LoadForStart, type Submitted } from './submit.js';

const OPEN_CASES = `WorkflowType = '${COLLABORATION_WORKFLOW}' AND ExecutionStatus = 'Running'`;
const HEALTH_DEADLINE = 1_000;

/** The workflow engine as the rest of the house knows it. Connects by itself, now or later. */
export class Engine {
  private readonly connection: Connection;
  private readonly client: Client;
  private readonly taskQueue: string;

  constructor(config: EngineConfig) {
    this.connection = engineConnection(config);
    this.client = new Client({ connection: this.connection, namespace: config.namespace });
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
  async *openCases(): AsyncIterable<string> {
    const prefix = workflowIdOf('');
    for await (const { workflowId } of this.client.workflow.list({ query: OPEN_CASES })) {
      if (workflowId.startsWith(prefix)) yield workflowId.slice(prefix.length);
    }
  }

  /** True when the case has an open run, asked of the run itself. */
  async isRunning(caseId: string): Promise<boolean> {
    try {
      const { status } = await this.within(CALL_DEADLINE, () =>
        this.client.workflow.getHandle(workflowIdOf(caseId)).describe(),
      );
      return status.name === 'RUNNING';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
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

  private async run(
    input: CollaborationInput,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' | 'REJECT_DUPLICATE',
    workflowIdConflictPolicy: 'FAIL' | 'TERMINATE_EXISTING',
  ): Promise<void> {
    await this.within(CALL_DEADLINE, () =>
      this.client.workflow.start(COLLABORATION_WORKFLOW, {
        workflowId: workflowIdOf(input.case.id),
        taskQueue: this.taskQueue,
        args: [input],
        workflowIdReusePolicy,
        workflowIdConflictPolicy,
      }),
    );
  }

  private within<T>(millis: number, call: () => Promise<T>): Promise<T> {
    return this.client.withDeadline(Date.now() + millis, call);
  }
}
