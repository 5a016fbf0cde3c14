import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeLog, lastLines } from '#infra/up/process/log-file.js';
import { choosePort } from '#infra/up/ports/choose-port.js';
import { identityOf, isRunning, type ProcessIdentity } from '#infra/up/process/process-identity.js';
import { endOrphanedProcesses } from '#infra/up/process/orphaned-processes.js';
import { until } from '#infra/up/shared/wait.js';
import { ApiClient } from './api-client.js';
import { descendants } from './descendants.js';
import { oncePerRun, runFolder } from './once-per-run.js';
import { temporalCliPath } from './test-temporal.js';

/** Tests and workloads run in the folder of the checkout, from the sources or from dist/. */
const ROOT = path.resolve('.');
const START_MS = 120_000;
const STOP_MS = 60_000;

export type ProgramName = 'start' | 'api' | 'worker' | 'temporal' | 'postgres';

export interface InstallationOptions {
  /** Domain seconds per wall second. */
  readonly speed?: number;
  /** Domain time at the ready line, ISO 8601 with offset. */
  readonly startAt?: string;
  readonly seed?: 'demo' | 'none';
}

/** A whole installation, started by `npm start`'s own main and reached only over HTTP and by its processes. */
export interface TestInstallation {
  readonly url: string;
  readonly home: string;
  /** Process ids by program; a program that does not run is missing. */
  pids(): Partial<Record<ProgramName, number>>;
  signIn(user: string): Promise<ApiClient>;
  /** Domain time now. */
  now(): Promise<string>;
  /** Polls the installation's clock until domain time has reached `instant`. */
  waitUntil(instant: string): Promise<void>;
  /** Sends SIGKILL unless another signal is given. */
  kill(part: ProgramName, signal?: NodeJS.Signals): void;
  /** Sends SIGTERM to the start process. @returns its exit code. */
  stop(): Promise<number | null>;
  /** Starts again on the same data and port. */
  start(): Promise<void>;
  /** Runs the operator's tool on this installation. */
  runTool(...args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }>;
  /** Stops the installation if it runs and deletes its data. */
  remove(): Promise<void>;
}

/** Starts a new installation and waits for its ready line. */
export async function startInstallation(options: InstallationOptions = {}): Promise<TestInstallation> {
  const installation = await newInstallation(options);
  await installation.start();
  return installation;
}

/**
 * One installation shared by several specs of a run: the first to ask starts it, `run-end.mjs` stops it.
 * @param duringStart  runs while it starts, so as to act the moment domain time begins; every caller gets its result.
 */
export async function sharedInstallation<T>(
  name: string,
  options: InstallationOptions,
  duringStart: (installation: TestInstallation, failed: AbortSignal) => Promise<T>,
): Promise<{ readonly stafett: TestInstallation; readonly first: T }> {
  const file = path.join(runFolder(), `${name}.installation.json`);
  await oncePerRun(name, async () => {
    const installation = await newInstallation(options);
    const first = await startAlongside(installation, duringStart);
    writeFileSync(
      file,
      JSON.stringify({ home: installation.home, port: installation.port, self: installation.self, first }),
    );
  });
  const { home, port, self, first } = JSON.parse(readFileSync(file, 'utf8')) as {
    home: string;
    port: number;
    self: ProcessIdentity;
    first: T;
  };
  return { stafett: new SpawnedInstallation(home, port, options, self), first };
}

async function startAlongside<T>(
  installation: TestInstallation,
  duringStart: (installation: TestInstallation, failed: AbortSignal) => Promise<T>,
): Promise<T> {
  const failed = new AbortController();
  try {
    const [first] = await Promise.all([duringStart(installation, failed.signal), installation.start()]);
    return first;
  } catch (error) {
    failed.abort();
    await installation.remove();
    throw error;
  }
}

async function newInstallation(options: InstallationOptions): Promise<SpawnedInstallation> {
  const home = mkdtempSync(path.join(tmpdir(), 'stafett-e2e-'));
  // Postgres may run as another user, who must be able to pass through this folder.
  chmodSync(home, 0o711);
  return new SpawnedInstallation(
    home,
    await choosePort({ title: 'Stafett', variable: '', wanted: undefined }),
    options,
  );
}

class SpawnedInstallation implements TestInstallation {
  readonly url: string;

  constructor(
    readonly home: string,
    readonly port: number,
    private readonly options: InstallationOptions,
    public self?: ProcessIdentity,
    private child?: ChildProcess,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    const output = this.outputFile();
    rmSync(output, { force: true });
    const log = openSync(output, 'w');
    const child = spawn(process.execPath, [path.join('infra', 'start.mjs')], {
      cwd: ROOT,
      env: await this.environment(),
      stdio: ['ignore', log, log],
    });
    closeLog(log);
    // A shared installation outlives the test process that started it.
    child.unref();
    this.child = child;
    this.self = child.pid === undefined ? undefined : identityOf(child.pid);
    const ready = `Stafett is ready at ${this.url}`;
    const isReady = async (): Promise<void> => {
      if (!readFileSync(output, 'utf8').split('\n').includes(ready)) throw new Error('no ready line yet');
    };
    const hasEnded = (): boolean => !this.self || !isRunning(this.self);
    const readyOrEnded = async (): Promise<void> => (hasEnded() ? undefined : isReady());
    await until(readyOrEnded, { withinMs: START_MS, everyMs: 20 }).catch(() => undefined);
    if (
      !hasEnded() &&
      (await isReady().then(
        () => true,
        () => false,
      ))
    )
      return;
    const printed = lastLines(output, 40);
    await this.remove();
    throw new Error(`Stafett did not start:\n${printed}`);
  }

  pids(): Partial<Record<ProgramName, number>> {
    if (!this.self || !isRunning(this.self)) return {};
    const all = descendants(this.self.pid);
    const found = {
      start: this.self.pid,
      api: all.find(({ command }) => command.includes('apps/api'))?.pid,
      worker: all.find(({ command }) => command.includes('apps/worker'))?.pid,
      temporal: all.find((it) => it.program === 'temporal')?.pid,
      postgres: all.find((it) => it.program === 'postgres')?.pid,
    };
    return Object.fromEntries(Object.entries(found).filter(([, pid]) => pid !== undefined));
  }

  signIn(user: string): Promise<ApiClient> {
    return ApiClient.signIn(this.url, user);
  }

  async now(): Promise<string> {
    return (await ApiClient.anonymous(this.url).get<{ now: string }>('/clock')).now;
  }

  async waitUntil(instant: string): Promise<void> {
    const isReached = async (): Promise<void> => {
      const now = await this.now();
      if (Date.parse(now) < Date.parse(instant)) throw new Error(`it is ${now}, not yet ${instant}`);
    };
    await until(isReached, { withinMs: 400_000, everyMs: 200 });
  }

  kill(part: ProgramName, signal: NodeJS.Signals = 'SIGKILL'): void {
    const pid = this.pids()[part];
    if (pid === undefined) throw new Error(`no ${part} runs`);
    process.kill(pid, signal);
  }

  async stop(): Promise<number | null> {
    const { self, child } = this;
    if (!self) return null;
    if (isRunning(self)) process.kill(self.pid, 'SIGTERM');
    const hasEnded = async (): Promise<void> => {
      if (isRunning(self) || (child && child.exitCode === null && child.signalCode === null))
        throw new Error(`still running:\n${lastLines(this.outputFile())}`);
    };
    await until(hasEnded, { withinMs: STOP_MS });
    return child?.exitCode ?? null;
  }

  async runTool(...args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
    const tool = spawn(process.execPath, [path.join('infra', 'stafett.mjs'), ...args], {
      cwd: ROOT,
      env: await this.environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    return new Promise((resolve, reject) => {
      tool.once('error', reject);
      tool.once('close', (code) => resolve({ code, output }));
    });
  }

  async remove(): Promise<void> {
    await this.stop();
    await endOrphanedProcesses(path.join(this.home, 'run', 'children.json'));
    rmSync(this.home, { recursive: true, force: true });
  }

  private outputFile(): string {
    return path.join(this.home, 'start.out');
  }

  /** The environment without the variables that Jest, npm or this shell have set. */
  private async environment(): Promise<NodeJS.ProcessEnv> {
    const { speed, startAt, seed } = this.options;
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(STAFETT_|TEMPORAL_|DATABASE_|SMTP_|OIDC_|JEST_|npm_|NODE_OPTIONS$|NODE_ENV$)/.test(name),
    );
    return {
      ...Object.fromEntries(inherited),
      // This process takes npm's place: if it is killed, the installation stops by itself.
      npm_lifecycle_event: 'start',
      STAFETT_HOME: this.home,
      STAFETT_PORT: String(this.port),
      STAFETT_TEMPORAL_CLI: await temporalCliPath(),
      ...(speed !== undefined && { STAFETT_SPEED: String(speed) }),
      ...(startAt !== undefined && { STAFETT_START_AT: startAt }),
      ...(seed !== undefined && { STAFETT_SEED: seed }),
    };
  }
}
