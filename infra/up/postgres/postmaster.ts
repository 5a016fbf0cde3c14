import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { endProcess } from '../process/end.js';
import { commandLineOf, identityOf } from '../process/identity.js';

/**
 * How the server is run: on one local port, no Unix socket (whose path may be too long), times in UTC.
 * @param durable  false for tests: a commit then survives a killed server, but not a power cut.
 */
export function postmasterArgs(
  dataDir: string,
  port: number,
  { durable = true }: { durable?: boolean } = {},
): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
  ];
  return ['-D', dataDir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
}

/**
 * Clears the way for a start. A server of this very folder that still runs is ended: whoever calls this holds the lock
 * of the installation. A pid file whose number has since gone to another program is removed, or Postgres would refuse
 * to start for ever. In every other case Postgres judges for itself (it also looks for orphaned backends).
 */
export async function clearTheWay(dataDir: string): Promise<void> {
  const file = path.join(dataDir, 'postmaster.pid');
  const pid = pidIn(file);
  const identity = pid === undefined ? undefined : identityOf(pid);
  if (!identity) return;
  if (commandLineOf(identity.pid).includes(dataDir)) await endProcess(identity, { signal: 'SIGINT' });
  else rmSync(file, { force: true });
}

function pidIn(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
