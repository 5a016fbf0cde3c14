import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { startTestPostgres, startTestTemporal } from '#support/test-servers.js';
import { openHome } from '#infra/up/home.js';
import { embeddedAccess } from '#infra/up/postgres/database-access.js';
import { startInProcessApi, type InProcessApi } from './in-process-api.js';
import { configFor } from './config.js';
import { prepareDatabase } from './database.js';
import { TemporalObserver } from './temporal-observer.js';
import { startWorker } from './worker-process.js';

/** A whole installation as `npm start` has it, except that the api runs in this process. */
export interface BenchInstallation {
  /** Scratch folder, gone at the end. */
  readonly folder: string;
  /** Description of the Temporal server, for the heading. */
  readonly serverDescription: string;
  readonly dataSource: DataSource;
  readonly api: InProcessApi;
  readonly temporal: TemporalObserver;
  /** Wall milliseconds from the worker's spawn until Temporal saw it poll. */
  readonly workerReadyInMs: number;
  readonly pids: Readonly<Record<'api' | 'worker' | 'Temporal' | 'Postgres', number>>;
  close(): Promise<void>;
}

/** Starts the embedded servers in a new folder, with the programs that the project has downloaded. */
export async function startBenchInstallation(): Promise<BenchInstallation> {
  const home = openHome(mkdtempSync(path.join(tmpdir(), 'stafett-bench-')));
  const { dir } = home;
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const bin = path.resolve(process.env['STAFETT_HOME'] ?? '.stafett', 'bin');
  const [postgres, temporal] = await Promise.all([
    startTestPostgres({ dir, durable: true }),
    startTestTemporal({ dir: path.join(dir, 'temporal'), bin }),
  ]);
  const config = configFor({ dir, databaseUrl: postgres.url, temporal });
  const access = embeddedAccess(postgres.url, new URL(postgres.url).password);
  const dataSource = await prepareDatabase(config, access);
  const eyes = await TemporalObserver.connect(temporal);
  const worker = await startWorker(config, access, home, eyes);
  const api = await startInProcessApi({ ...config, DATABASE_URL: access.urls.api });
  return {
    folder: dir,
    serverDescription: `Temporal dev server ${await eyes.serverVersion()}, one shard, SQLite file with WAL`,
    dataSource,
    api,
    temporal: eyes,
    workerReadyInMs: worker.readyInMs,
    pids: { api: process.pid, worker: worker.pid, Temporal: temporal.pid, Postgres: postgres.pid },
    async close() {
      await api.close();
      await worker.stop();
      await eyes.close();
      await dataSource.destroy();
      await Promise.all([temporal.stop(), postgres.stop()]);
    },
  };
}
