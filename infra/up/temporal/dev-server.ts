import path from 'node:path';
import type { ChildSpec } from '../process/child.js';
import { runProgram } from '../process/run-program.js';

export interface DevServerOptions {
  readonly port: number;
  readonly namespace: string;
  /** Folder of the database file. */
  readonly dir: string;
  readonly logFile: string;
}

export function devServerSpec(cli: string, options: DevServerOptions): ChildSpec {
  const { dir, logFile } = options;
  return {
    name: 'temporal',
    command: cli,
    args: devServerArgs(options),
    env: devServerEnvironment(dir),
    cwd: dir,
    logFile,
    stopWithinMs: 15_000,
  };
}

/** Arguments of the server. Write-ahead logging doubles the updates per second of the one database file. */
function devServerArgs({ port, namespace, dir }: DevServerOptions): string[] {
  return [
    ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace],
    ...['--db-filename', path.join(dir, 'temporal.db'), '--sqlite-pragma', 'journal_mode=WAL'],
    // One partition for each task queue: on one machine, more of them only make latency uneven.
    ...['--dynamic-config-value', 'matching.numTaskqueueReadPartitions=1'],
    ...['--dynamic-config-value', 'matching.numTaskqueueWritePartitions=1'],
    ...['--log-level', 'warn'],
  ];
}

/** Our environment without variables of Temporal's client. Another HOME keeps it from reading the user's own settings. */
function devServerEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(TEMPORAL_|NODE_|npm_)/.test(name));
  return { ...Object.fromEntries(kept), HOME: home, XDG_CONFIG_HOME: home };
}

/** Rejects until the server answers and has the namespace. */
export async function pingTemporal(cli: string, address: string, namespace: string, home: string): Promise<void> {
  const args = ['operator', 'namespace', 'describe', '--namespace', namespace, '--address', address];
  const { ok, output } = await runProgram(cli, args, { withinMs: 5_000, env: devServerEnvironment(home) });
  if (!ok) throw new Error(output.split('\n')[0]);
}
