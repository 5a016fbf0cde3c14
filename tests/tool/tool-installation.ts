import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import type { Actor, CommandBody } from '#domain/model/command.js';
import { Engine } from '#engine/engine.js';
import { audit } from '#store/audit/audit.js';
import { setClockOnce, nameInstallation } from '#store/installation/installation.js';
import { loadForStart } from '#store/cases/load-for-start.js';
import { openCase } from '#store/cases/open-case.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { eventually } from '#support/eventually.js';
import { TEST_SECRET, freshDatabase } from '#support/test-database.js';
import { smallCommand, smallOpening, smallDocument, smallProcess } from '#support/small-process.js';
import { TEST_PAYLOAD_KEY, dataConverter, devServer, workflowBundle } from '#support/test-temporal.js';
import { runTool } from '#tool/run-tool.js';
import { recordActivity } from '#worker/activities/record-activity.js';
import { StartRelayService } from '#worker/start-relay.service.js';

/** Result of a run of the tool: exit code, standard output and standard error. */
export interface ToolResult {
  readonly exit: number;
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

/** Postgres, Temporal, a worker and the relay: an installation without the api. */
export interface ToolInstallation {
  readonly dataSource: DataSource;
  readonly server: TestWorkflowEnvironment;
  readonly engine: Engine;
  readonly env: Readonly<Record<string, string>>;
  /** STAFETT_HOME of the tool. */
  readonly home: string;
  /** Opens a case and waits until the relay has started it. */
  openCase(): Promise<string>;
  /** Submits a command and waits until its version is in Postgres. */
  submit(caseId: string, body: CommandBody, by?: Actor): Promise<number>;
  /** Runs `act` while the relay is stopped, so that no opened case gets its workflow. */
  withoutRelay(act: () => Promise<void>): Promise<void>;
  runTool(...argv: readonly string[]): Promise<ToolResult>;
  /** Runs SQL with triggers disabled (superuser only), so that events can be changed. */
  runWithoutTriggers(sql: string, ...values: readonly unknown[]): Promise<void>;
  close(): Promise<void>;
}

export async function startToolInstallation(): Promise<ToolInstallation> {
  const [server, database] = await Promise.all([devServer(), freshDatabase()]);
  const { dataSource } = database;
  const { manager } = dataSource;
  const source = await database.connectAs('worker');
  const log = pino({ level: 'silent' });
  const namespace = server.namespace ?? 'default';
  await releaseProcess(manager, smallDocument, smallProcess);
  await audit(manager, { kind: 'rulesChanged', by: null, subject: smallProcess.id, detail: { version: 1 } });
  await nameInstallation(manager, 'test');
  await setClockOnce(manager, { origin: { domain: new Date().toISOString(), wall: Date.now() }, speed: 1 });
  const engine = new Engine({ address: server.address, namespace, taskQueue: 'tool', payloadKey: TEST_PAYLOAD_KEY });
  const worker = await Worker.create({
    dataConverter,
    connection: server.nativeConnection,
    namespace,
    taskQueue: 'tool',
    workflowBundle: await workflowBundle(),
    activities: { record: recordActivity(source, log) },
  });
  const workerRun = worker.run();
  const newRelay = () => new StartRelayService(source, engine, log, database.urls.worker);
  let relay = newRelay();
  await relay.open();
  const home = await mkdtemp(path.join(tmpdir(), 'stafett-tool-'));
  const env = {
    STAFETT_HOME: home,
    STAFETT_SECRET: TEST_SECRET,
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: server.address,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_TASK_QUEUE: 'tool',
  };
  return {
    dataSource,
    server,
    engine,
    env,
    home,
    async openCase() {
      const id = await openUnstartedCase(dataSource);
      await eventually(async () => {
        if (!(await engine.isRunning(id))) throw new Error(`${id} is not started`);
      });
      return id;
    },
    async submit(caseId, body, by) {
      const result = await engine.submit(caseId, smallCommand(randomUUID(), body, by), (id) =>
        loadForStart(manager, id),
      );
      if (!result.ok) throw new Error(JSON.stringify(result));
      await eventually(async () => {
        const { version } = await manager.findOneByOrFail(CollaborationTable, { id: caseId });
        if (version < result.version) throw new Error(`Postgres has only ${version} of ${result.version}`);
      });
      return result.version;
    },
    async withoutRelay(act) {
      await relay.close();
      await act();
      relay = newRelay();
      await relay.open();
    },
    runTool: (...argv) => runToolInProcess(argv, env),
    async runWithoutTriggers(sql, ...values) {
      await dataSource.transaction(async (within) => {
        await within.query('SET LOCAL session_replication_role = replica');
        await within.query(sql, [...values]);
      });
    },
    async close() {
      await relay.close();
      worker.shutdown();
      await workerRun;
      await engine.close();
      await database.close();
      await server.teardown();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Runs the tool's main in this process. */
export async function runToolInProcess(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ToolResult> {
  const lines: string[] = [];
  const notes: string[] = [];
  const exit = await runTool(argv, env, { result: (text) => lines.push(text), remark: (text) => notes.push(text) });
  return { exit, lines, notes };
}

export async function openUnstartedCase(dataSource: DataSource): Promise<string> {
  const id = randomUUID();
  await openCase(dataSource, {
    opening: smallOpening(id),
    receivedAt: new Date().toISOString(),
    speed: 1,
    process: 'small',
    writeRelatedRows: async (within) => {
      const title = { id: `title-${id}`, commandId: 'o', caseId: id, field: 'title', body: 'Turgruppe' as never };
      await within.insert(TextTable, title);
    },
  });
  return id;
}
