import { spawn } from 'node:child_process';
import type { Home } from '#infra/up/home.js';
import type { DatabaseAccess } from '#infra/up/postgres/database-access.js';
import { endProcess, sendSignal } from '#infra/up/process/end-process.js';
import { identityOf } from '#infra/up/process/process-identity.js';
import { closeLog, lastLines, openLog } from '#infra/up/process/log-file.js';
import { serviceEnvironment, serviceSpecs } from '#infra/up/service-specs.js';
import type { ServiceConfig } from '#platform/config.js';
import type { TemporalObserver } from './temporal-observer.js';

export interface WorkerProcess {
  readonly pid: number;
  /** Wall milliseconds from spawn until Temporal saw it poll. */
  readonly readyInMs: number;
  stop(): Promise<void>;
}

/** The worker of an installation, as `npm start` runs it. */
export async function startWorker(
  config: ServiceConfig,
  access: DatabaseAccess,
  home: Home,
  eyes: TemporalObserver,
): Promise<WorkerProcess> {
  const all = serviceSpecs(process.cwd(), home, config.STAFETT_URL ?? '', (program) =>
    serviceEnvironment(config, access, program),
  );
  const spec = all.find(({ name }) => name === 'worker');
  if (!spec) throw new Error('there is no worker among the services');
  const { command, args, cwd, env, logFile } = spec;
  return startPolling({ command, args, cwd, env, logFile, taskQueue: config.TEMPORAL_TASK_QUEUE }, eyes);
}

interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string | undefined;
  readonly env?: NodeJS.ProcessEnv | undefined;
  readonly logFile: string;
  readonly taskQueue: string;
}

/** Starts a program and waits until somebody polls its task queue. */
export async function startPolling(program: Program, eyes: TemporalObserver): Promise<WorkerProcess> {
  const { command, args, cwd, env, logFile, taskQueue } = program;
  const log = openLog(logFile, 'bench');
  const startedAt = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', log, log] });
  closeLog(log);
  const identity = child.pid === undefined ? undefined : identityOf(child.pid);
  if (!identity) throw new Error(`${command} did not start`);
  process.once('exit', () => sendSignal(identity.pid, 'SIGKILL'));
  try {
    await eyes.waitUntilPolled(taskQueue, 30_000);
  } catch (error) {
    throw new Error(`nobody polls ${taskQueue}:\n${lastLines(logFile)}`, { cause: error });
  }
  const readyIn = performance.now() - startedAt;
  return { pid: identity.pid, readyInMs: readyIn, stop: async () => void (await endProcess(identity)) };
}
