import { Client, Connection, isGrpcServiceError, type WorkflowHandle } from '@temporalio/client';
import { until } from '#infra/up/shared/wait.js';

const WORKFLOW_TASKS = 1;
const NOT_FOUND = 5;
/** Events of a run whose first workflow task is done: started, scheduled, task started, task completed. */
const FIRST_TASK_DONE = 4;

interface Server {
  readonly address: string;
  readonly namespace: string;
}

/** Asks the Temporal server directly, past our own code; also starts the empty workflow. */
export class TemporalObserver {
  private constructor(
    readonly client: Client,
    readonly at: Server,
    private readonly connection: Connection,
  ) {}

  static async connect(at: Server): Promise<TemporalObserver> {
    const connection = await Connection.connect({ address: at.address });
    return new TemporalObserver(new Client({ connection, namespace: at.namespace }), at, connection);
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  handle(workflowId: string): WorkflowHandle {
    return this.client.workflow.getHandle(workflowId);
  }

  async serverVersion(): Promise<string> {
    return (await this.client.workflowService.getSystemInfo({})).serverVersion ?? 'of unknown version';
  }

  async waitUntilPolled(taskQueue: string, withinMs: number): Promise<void> {
    const expectPoller = async (): Promise<void> => {
      const { pollers } = await this.client.workflowService.describeTaskQueue({
        namespace: this.at.namespace,
        taskQueue: { name: taskQueue },
        taskQueueType: WORKFLOW_TASKS,
      });
      if (!pollers?.length) throw new Error('nobody polls');
    };
    await until(expectPoller, { withinMs, everyMs: 10 });
  }

  /** True when the run has done its first workflow task and no activity is pending. */
  async isIdle(workflowId: string): Promise<boolean> {
    try {
      const { workflowExecutionInfo, pendingActivities } = await this.client.workflowService.describeWorkflowExecution({
        namespace: this.at.namespace,
        execution: { workflowId },
      });
      return Number(workflowExecutionInfo?.historyLength) >= FIRST_TASK_DONE && !pendingActivities?.length;
    } catch (error) {
      if (isGrpcServiceError(error) && error.code === (NOT_FOUND as typeof error.code)) return false;
      throw error;
    }
  }

  /**
   * Waits until all these runs are idle. Polls the last one first, which is nearly always the last to get there, so that
   * polling costs the server next to nothing while it works.
   * @returns the `performance.now()` at which the last one was idle.
   */
  async waitUntilAllIdle(workflowIds: readonly string[]): Promise<number> {
    let at = 0;
    for (const workflowId of [...workflowIds].reverse()) {
      if (at > 0 && (await this.isIdle(workflowId))) continue;
      const expectIdle = async (): Promise<void> => {
        if (!(await this.isIdle(workflowId))) throw new Error(`${workflowId} is not there yet`);
      };
      await until(expectIdle, { withinMs: 60_000, everyMs: 10 });
      at = performance.now();
    }
    return at;
  }
}
