import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { choosePort } from '#infra/up/ports/choose-port.js';
import { postgresAccount } from '#infra/up/postgres/postgres-account.js';
import { ensureCluster, SUPERUSER } from '#infra/up/postgres/cluster.js';
import { DATABASE_NAME, ensureDatabase, withDatabaseName, pingDatabase } from '#infra/up/postgres/database.js';
import { programFolderFor } from '#infra/up/postgres/accessible-folders.js';
import { postgresSpec } from '#infra/up/postgres/postmaster.js';
import type { ChildSpec } from '#infra/up/process/child.js';
import { endProcess, sendSignal } from '#infra/up/process/end-process.js';
import { identityOf } from '#infra/up/process/process-identity.js';
import { closeLog, lastLines, openLog } from '#infra/up/process/log-file.js';
import { devServerSpec, pingTemporal } from '#infra/up/temporal/dev-server.js';
import { findTemporalCli } from '#infra/up/temporal/find-cli.js';
import { until } from '#infra/up/shared/wait.js';

/** A server for tests. Unlike a supervised child it is not restarted, so that a test can see what its end causes. */
export interface TestServer {
  readonly pid: number;
  /** Ends it by signal and waits until it has ended. */
  stop(): Promise<void>;
  /** Ends it with SIGKILL. A start with the same folder and port resumes. */
  kill(): Promise<void>;
}

/**
 * Starts Postgres on a data folder; a new one gets an empty database.
 * @param durable  true: data survives a power cut, at the cost of speed. It survives `kill` either way.
 */
export async function startTestPostgres(options: {
  readonly dir: string;
  readonly port?: number;
  readonly durable?: boolean;
}): Promise<TestServer & { readonly url: string }> {
  const { dir, durable = false } = options;
  mkdirSync(dir, { recursive: true });
  const account = await postgresAccount();
  const programs = programFolderFor(account);
  const dataDir = path.join(dir, 'postgres');
  const port = await choosePort({ title: 'Postgres', variable: 'port', wanted: options.port });
  const url = `postgres://${SUPERUSER}:test@127.0.0.1:${port}/${DATABASE_NAME}`;
  await ensureCluster({ programs, account, dataDir, password: 'test' });
  const spec = postgresSpec({ programs, account, dataDir, port, durable, logFile: path.join(dir, 'postgres.log') });
  const server = await startServer(spec, () => pingDatabase(withDatabaseName(url, 'postgres')));
  await ensureDatabase(url);
  return { ...server, url };
}

/** Starts Temporal's development server. Workflows survive `stop` and `kill` in a database file in the folder. */
export async function startTestTemporal(options: {
  readonly dir: string;
  readonly bin: string;
  readonly port?: number;
  readonly namespace?: string;
}): Promise<TestServer & { readonly address: string; readonly namespace: string }> {
  const { dir, bin, namespace = 'stafett' } = options;
  mkdirSync(dir, { recursive: true });
  const cli = await findTemporalCli({ configuredPath: process.env['STAFETT_TEMPORAL_CLI'], bin });
  const port = await choosePort({ title: 'Temporal', variable: 'port', wanted: options.port });
  const address = `127.0.0.1:${port}`;
  const spec = devServerSpec(cli, { port, namespace, dir, logFile: path.join(dir, 'temporal.log') });
  const server = await startServer(spec, () => pingTemporal(cli, address, namespace, dir));
  return { ...server, address, namespace };
}

async function startServer(spec: ChildSpec, check: () => Promise<void>): Promise<TestServer> {
  await spec.beforeStart?.();
  const { name, command, args, env, cwd, account, logFile, stopSignal } = spec;
  const log = openLog(logFile, `${name} starts`);
  const child = spawn(command, args, { env, cwd, ...account, stdio: ['ignore', log, log] });
  child.on('error', () => undefined);
  closeLog(log);
  const identity = child.pid === undefined ? undefined : identityOf(child.pid);
  if (!identity) throw new Error(`${command} did not start`);
  process.once('exit', () => sendSignal(identity.pid, 'SIGKILL'));
  const exit = new Promise((resolve) => child.once('exit', resolve));
  const stop = async (signal?: NodeJS.Signals): Promise<void> => {
    await endProcess(identity, { signal });
    // Until its exit is read a process that ended holds its number, and Postgres takes its lock file for one in use.
    await exit;
  };
  try {
    await until(check, { withinMs: 30_000 });
  } catch (error) {
    await stop('SIGKILL');
    throw new Error(`${name}: ${String(error)}\n${lastLines(logFile)}`, { cause: error });
  }
  return { pid: identity.pid, stop: () => stop(stopSignal), kill: () => stop('SIGKILL') };
}
