import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { endProcess } from '../process/end-process.js';
import type { ChildSpec } from '../process/child.js';
import { commandLineOf, identityOf } from '../process/process-identity.js';
import type { Account } from './postgres-account.js';
import { postgresEnvironment } from './postgres-environment.js';

export interface PostgresOptions {
  /** Folder of the programs. */
  readonly programs: string;
  readonly account: Account | undefined;
  readonly dataDir: string;
  readonly port: number;
  readonly logFile: string;
  /** False for tests: a commit then survives a killed server, but not a power cut. */
  readonly durable?: boolean;
}

/** The server on a data folder that is a cluster already. */
export function postgresSpec({
  programs,
  account,
  dataDir,
  port,
  logFile,
  durable = true,
}: PostgresOptions): ChildSpec {
  return {
    name: 'postgres',
    command: path.join(programs, 'bin', 'postgres'),
    args: postmasterArgs(dataDir, port, durable),
    env: postgresEnvironment(),
    cwd: '/',
    logFile,
    ...(account && { account }),
    stopSignal: 'SIGINT',
    stopWithinMs: 30_000,
    beforeStart: () => removePreviousServer(dataDir),
  };
}

/**
 * The log says what happens to the server. What fails in a statement goes to the program that sent it, and is not written
 * here: messages and statements repeat values, such as an e-mail address that was in use.
 */
const LOG_SETTINGS = [
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_statement=none',
  'log_min_duration_statement=-1',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
] as const;

/** Arguments of the server: one local port, no Unix socket (its path could be too long), times in UTC. */
function postmasterArgs(dataDir: string, port: number, durable: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    ...LOG_SETTINGS,
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
  ];
  return ['-D', dataDir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
}

/**
 * Removes what would keep Postgres from starting. Ends a server that still runs on this data folder: the caller holds the
 * lock of the installation, so nobody else uses it. Removes the pid file when another program now has its pid: Postgres
 * would refuse to start. Postgres handles all other cases itself, orphaned backends included.
 */
async function removePreviousServer(dataDir: string): Promise<void> {
  const file = path.join(dataDir, 'postmaster.pid');
  const pid = readPid(file);
  const identity = pid === undefined ? undefined : identityOf(pid);
  if (!identity) return;
  if (commandLineOf(identity.pid).includes(dataDir)) await endProcess(identity, { signal: 'SIGINT' });
  else rmSync(file, { force: true });
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
