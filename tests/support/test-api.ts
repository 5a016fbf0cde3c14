import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import type { DataSource } from 'typeorm';
import { createApp } from '#api/create-app.js';
import { DatabaseService } from '#api/shared/database.service.js';
import { SettingsService } from '#api/shared/settings.service.js';
import { Engine } from '#engine/engine.js';
import type { Clock } from '#domain/clock.js';
import { coreOf } from '#domain/process/process-core.js';
import { seedDemo } from '#infra/demo/seed.js';
import { seedPeople } from '#infra/demo/seed-people.js';
import { newestProcess } from '#processes/versions.js';
import { DiskFileStore } from '#platform/files/disk-file-store.js';
import { readServiceConfig } from '#platform/config.js';
import { createLogger } from '#platform/logger.js';
import type { Logger } from '#platform/logger.js';
import { stafettDataSource } from '#store/data-source.js';
import { setClockOnce, nameInstallation } from '#store/installation/installation.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { recordActivity } from '#worker/activities/record-activity.js';
import { auditKeyOf } from '#platform/session/audit-key.js';
import { TEST_SECRET, freshDatabase, type TestDatabase } from './test-database.js';
import { TEST_PAYLOAD_KEY, dataConverter, devServer, workflowBundle } from './test-temporal.js';

export type Agent = ReturnType<typeof supertest.agent>;

/** The whole API on a real Postgres, with or without a real Temporal and worker behind it. */
export interface TestApi {
  readonly app: NestExpressApplication;
  /** Connected as the owner of the tables; the api and its worker connect with their own, narrower grants. */
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** STAFETT_HOME of the api, with the files; gone when it is closed. */
  readonly home: string;
  /** Base address of the API. */
  readonly url: string;
  /** The Temporal server, unless started with `temporal: 'down'`. */
  readonly temporal: TestWorkflowEnvironment | undefined;
  /** An HTTP client without a session. */
  readonly anonymous: Agent;
  signInAs(user: string): Promise<Agent>;
  /** Another api process on the same database. @returns its address; `close` ends it too. */
  startAnother(): Promise<string>;
  stopWorker(): Promise<void>;
  startWorker(): Promise<void>;
  close(): Promise<void>;
}

export interface TestApiOptions {
  /** Domain time at the start; it runs on at `speed`. */
  readonly at?: string;
  readonly speed?: number;
  /** `down`: the API is given a Temporal address where nothing listens. */
  readonly temporal?: 'up' | 'down';
  /** `demo`: with Fjordvik's sixteen cases, built up to `at`. */
  readonly seed?: 'demo';
  /** False leaves the clock unset, so that the installation is not ready. */
  readonly ready?: boolean;
  /** Port to listen on; any free one by default. */
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** SMTP address; without it no mail is sent. */
  readonly smtp?: string;
  /** A database on a server that the test may kill; by default a new one on the server of the run. */
  readonly database?: TestDatabase;
  /** Receives the API's log; by default warnings go to standard output. */
  readonly log?: Logger;
}

export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const { at = '2027-02-01T08:00:00.000Z', speed = 1, temporal = 'up', ready = true } = options;
  const { port = 0, settings = {}, smtp } = options;
  const database = options.database ?? (await freshDatabase());
  const { dataSource } = database;
  const clock = { origin: { domain: at, wall: Date.now() }, speed };
  await seedPeople(dataSource.manager);
  await releaseProcess(dataSource.manager, newestProcess, coreOf(newestProcess));
  await nameInstallation(dataSource.manager, 'test');
  const home = await mkdtemp(path.join(tmpdir(), 'stafett-home-'));
  const files = new DiskFileStore(path.join(home, 'files'));
  if (options.seed === 'demo') await seedDemo(dataSource, { startAt: at, files });
  if (ready) await setClockOnce(dataSource.manager, clock);

  const log = options.log ?? createLogger('test', 'warn');
  const server = temporal === 'up' ? await devServer() : undefined;
  const workerSource = await database.connectAs('worker');
  let stopWorker = server && (await startWorkerOn(server, workerSource));
  const config = readServiceConfig({
    STAFETT_HOME: home,
    DATABASE_URL: database.urls.api,
    TEMPORAL_ADDRESS: server?.address ?? '127.0.0.1:1',
    TEMPORAL_NAMESPACE: server?.namespace ?? 'default',
    STAFETT_INSTALLATION_ID: 'test',
    STAFETT_SECRET: TEST_SECRET,
    STAFETT_DEMO_SIGN_IN: 'on',
    STAFETT_START_AT: at,
    SMTP_URL: smtp,
    ...settings,
  });
  const startApp = async (onPort: number) => {
    const apiDatabase = new DatabaseService(
      stafettDataSource({ url: database.urls.api, auditKey: auditKeyOf(config) }),
      log,
    );
    await apiDatabase.connect();
    const engine = new Engine({
      address: config.TEMPORAL_ADDRESS,
      namespace: config.TEMPORAL_NAMESPACE,
      taskQueue: QUEUE,
      payloadKey: TEST_PAYLOAD_KEY,
    });
    const started = await createApp({ settings: new SettingsService(config), database: apiDatabase, engine, log });
    await started.listen(onPort, '127.0.0.1');
    return { started, engine };
  };
  const { started: app, engine } = await startApp(port);
  const others: Awaited<ReturnType<typeof startApp>>[] = [];
  const url = await app.getUrl();
  return {
    app,
    dataSource,
    clock,
    home,
    url,
    temporal: server,
    anonymous: supertest.agent(url),
    async signInAs(user) {
      const agent = supertest.agent(url);
      await agent.post('/api/v1/demo/sign-in').send({ user }).expect(204);
      return agent;
    },
    async startAnother() {
      const another = await startApp(0);
      others.push(another);
      return another.started.getUrl();
    },
    async stopWorker() {
      await stopWorker?.();
      stopWorker = undefined;
    },
    async startWorker() {
      stopWorker = server && (await startWorkerOn(server, workerSource));
    },
    async close() {
      for (const process of [...others, { started: app, engine }]) {
        await process.started.close();
        await process.engine.close();
      }
      await stopWorker?.();
      await server?.teardown();
      await database.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

const QUEUE = 'test';

/** @returns a function that stops the worker. */
async function startWorkerOn(server: TestWorkflowEnvironment, dataSource: DataSource): Promise<() => Promise<void>> {
  const log = createLogger('test', 'fatal');
  const worker = await Worker.create({
    dataConverter,
    connection: server.nativeConnection,
    namespace: server.namespace ?? 'default',
    taskQueue: QUEUE,
    workflowBundle: await workflowBundle(),
    activities: { record: recordActivity(dataSource, log) },
  });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
  };
}

/** A valid request body for POST /enquiries. */
export const enquiryBody = {
  organisation: { name: 'Nabobenken Samvær AS', number: '310400017' },
  contact: { name: 'Kontaktperson', email: 'kontakt@nabobenken.example', phone: '+47 900 00 000' },
  title: 'Turgruppe for eldre',
  description: 'Vi vil starte turgrupper sammen med kommunen.',
  area: 'helse-og-mestring',
  channel: 'web',
};
