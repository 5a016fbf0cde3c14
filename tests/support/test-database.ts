import { spawn, type StdioOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { choosePort } from '#infra/up/ports/choose-port.js';
import { postgresAccount } from '#infra/up/postgres/postgres-account.js';
import { applyGrants } from '#infra/up/postgres/apply-grants.js';
import { ensureCluster, SUPERUSER } from '#infra/up/postgres/cluster.js';
import { ensureDatabase, pingDatabase } from '#infra/up/postgres/database.js';
import { embeddedAccess, loginsOf, usersOf } from '#infra/up/postgres/database-access.js';
import type { Program } from '#infra/up/postgres/table-grants.js';
import { closeLog, openLog } from '#infra/up/process/log-file.js';
import { ensureLogins } from '#infra/up/postgres/logins.js';
import { programFolderFor } from '#infra/up/postgres/accessible-folders.js';
import { postgresSpec } from '#infra/up/postgres/postmaster.js';
import { until } from '#infra/up/shared/wait.js';
import { auditKeyOf } from '#platform/session/audit-key.js';
import { stafettDataSource } from '#store/data-source.js';
import { oncePerRun, runFolder } from './once-per-run.js';

const PASSWORD = 'test';
/** STAFETT_SECRET of installations in tests. */
export const TEST_SECRET = 'x'.repeat(32);

export interface TestDatabase {
  /** Address for the owner of all tables, who has every right. */
  readonly url: string;
  readonly dataSource: DataSource;
  /** Address for each program, with no more rights than its grants. */
  readonly urls: Readonly<Record<Program, string>>;
  connectAs(program: Program): Promise<DataSource>;
  close(): Promise<void>;
}

/** A new Postgres database with today's schema and grants. All test processes of a run share one server. */
export async function freshDatabase(): Promise<TestDatabase> {
  return databaseAt(await emptyDatabase());
}

/** The same in an empty database on a server of its own. */
export async function databaseAt(url: string): Promise<TestDatabase> {
  const dataSource = await connect(url);
  await dataSource.runMigrations();
  const access = embeddedAccess(url, PASSWORD);
  // Login roles belong to the server, which all test processes share.
  const server = new URL(url).port;
  await oncePerRun(`database-users-${server}`, () => ensureLogins(dataSource.manager, loginsOf(access)));
  await applyGrants(dataSource.manager, usersOf(access));
  const openSources = [dataSource];
  return {
    url,
    dataSource,
    urls: access.urls,
    async connectAs(program) {
      const source = await connect(access.urls[program]);
      openSources.push(source);
      return source;
    },
    async close() {
      for (const source of openSources) if (source.isInitialized) await source.destroy();
    },
  };
}

async function connect(url: string): Promise<DataSource> {
  const dataSource = stafettDataSource({
    url,
    poolSize: 5,
    name: 'test',
    auditKey: auditKeyOf({ STAFETT_SECRET: TEST_SECRET }),
  });
  return dataSource.initialize();
}

/** The address of a new database without any table. */
export async function emptyDatabase(): Promise<string> {
  const portFile = path.join(runFolder(), 'postgres.port');
  await oncePerRun('postgres', async () => writeFileSync(portFile, String(await startPostgres())));
  const url = addressOf(Number(readFileSync(portFile, 'utf8')), `t_${randomBytes(6).toString('hex')}`);
  await ensureDatabase(url);
  return url;
}

async function startPostgres(): Promise<number> {
  const account = await postgresAccount();
  const programs = programFolderFor(account);
  const dataDir = path.join(runFolder(), 'postgres');
  chmodSync(runFolder(), 0o755);
  await ensureCluster({ programs, account, dataDir, password: PASSWORD });
  const port = await choosePort({ title: 'Postgres', variable: '', wanted: undefined });
  const logFile = path.join(runFolder(), 'postgres.log');
  const { command, args, env, cwd } = postgresSpec({ programs, account, dataDir, port, logFile, durable: false });
  const log = openLog(logFile, 'postgres starts');
  const manyConnections = ['-c', 'max_connections=200'];
  const stdio: StdioOptions = ['ignore', log, log];
  spawn(command, [...args, ...manyConnections], { ...account, env, cwd, stdio, detached: true }).unref();
  closeLog(log);
  await until(() => pingDatabase(addressOf(port, 'postgres')), { withinMs: 20_000, everyMs: 50 });
  return port;
}

function addressOf(port: number, database: string): string {
  return `postgres://${SUPERUSER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
}
