import { dataConverterWith } from '#engine/data-converter.js';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { tlsOptions, type EngineConfig } from '#engine/config.js';
import type { Engine } from '#engine/engine.js';
import type { Logger } from '#platform/logger.js';
import { beatActivity } from './activities/beat-activity.js';
import { recordActivity } from './activities/record-activity.js';
import { WORKER_LIMITS } from './worker-limits.js';
import { retryUntilReady } from './retry-until-ready.js';
import type { FollowPostgresService } from './follow-postgres.service.js';
import type { StartRelayService } from './start-relay.service.js';
import { sweepHourly } from './sweep-hourly.js';
import { workflowCode } from './workflow-code.js';

/** Runs the Temporal worker and the relay from start to graceful shutdown. */
export class WorkerHostService {
  constructor(
    private readonly config: EngineConfig,
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
    private readonly relay: StartRelayService,
    private readonly follower: FollowPostgresService,
    private readonly log: Logger,
  ) {}

  /**
   * Runs until the signal. Waits for Postgres and Temporal when they are not available at start.
   * @throws when the worker fails; the process must then exit.
   */
  async run(signal: AbortSignal): Promise<void> {
    await retryUntilReady('the database', this.log, signal, () => this.dataSource.initialize());
    const connection = await retryUntilReady('the workflow server', this.log, signal, () => this.connect());
    if (!connection) return;
    try {
      await this.runWorker(connection, signal);
    } finally {
      await this.relay.close();
      await connection.close();
    }
  }

  private connect(): Promise<NativeConnection> {
    const { address, apiKey } = this.config;
    return NativeConnection.connect({ address, apiKey, tls: tlsOptions(this.config) });
  }

  private async runWorker(connection: NativeConnection, signal: AbortSignal): Promise<void> {
    const worker = await retryUntilReady('the worker', this.log, signal, () => this.createWorker(connection));
    if (!worker || signal.aborted) return;
    signal.addEventListener('abort', () => worker.shutdown(), { once: true });
    const running = worker.run();
    await this.relay.open();
    sweepHourly(this.dataSource, this.log, signal);
    void retryUntilReady('the canary', this.log, signal, () => this.engine.startCanary());
    this.log.info({ taskQueue: this.config.taskQueue }, 'worker is ready');
    await running;
  }

  private createWorker(connection: NativeConnection): Promise<Worker> {
    return Worker.create({
      ...workflowCode(),
      ...WORKER_LIMITS,
      dataConverter: dataConverterWith(this.config.payloadKey),
      connection,
      namespace: this.config.namespace,
      taskQueue: this.config.taskQueue,
      activities: {
        record: recordActivity(this.dataSource, this.log),
        beat: beatActivity(this.dataSource, this.follower),
      },
      shutdownGraceTime: '5 seconds',
      shutdownForceTime: '10 seconds',
    });
  }
}
