import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeLog, lastLines } from '#infra/up/process/log-file.js';
import { choosePort } from '#infra/up/ports.js';
import { identityOf, isRunning, type ProcessIdentity } from '#infra/up/process/identity.js';
import { endLeftOvers } from '#infra/up/process/left-overs.js';
import { until } from '#infra/up/wait.js';
import { Client } from './client.js';
import { descendants } from './descendants.js';
import { once, runFolder } from './once.js';
import { temporalProgram } from './temporal.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const START_MS = 120_000;
const STOP_MS = 60_000;

export type Part = 'start' | 'api' | 'worker' | 'temporal' | 'postgres';

export interface StafettOptions {
  /** Domain seconds per wall second. */
  readonly speed?: number;
  /** Domain time at the ready line, ISO 8601 with offset. */
  readonly startAt?: string;
  readonly seed?: 'demo' | 'none';
}

/** A whole installation, run by `npm start`'s own main, known by HTTP and by its processes only. */
export interface Stafett {
  readonly url: string;
  readonly home: string;
  /** Process ids by contract.md's names; those that do not run now are missing. */
  pids(): Partial<Record<Part, number>>;
  signIn(user: string): Promise<Client>;
  /** Domain time now. */
  now(): Promise<string>;
  /** Polls the installation's clock. */
  waitUntil(instant: string): Promise<void>;
  /** Without a signal: as a power cut does. */
  kill(part: Part, signal?: NodeJS.Signals): void;
  /** Asks it to end. @returns its exit code. */
  stop(): Promise<number | null>;
  /** Starts what was stopped or killed, on the same data and the same port. */
  start(): Promise<void>;
  /** The operator's tool on this installation. */
  tool(...args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }>;
  /** Ends it if need be, and removes its data. */
  remove(): Promise<void>;
}

/** Starts an installation of its own, and waits for its ready line. */
export async function startStafett(options: StafettOptions = {}): Promise<Stafett> {
  const stafett = await newInstallation(options);
  await stafett.start();
  return stafett;
}

/**
 * One installation for several specs of a run; whoever asks first starts it, `run-end.mjs` ends it.
 * @param firstly  runs beside the start, to act in the very moment domain time begins; all who ask are given its result.
 */
export async function sharedStafett<T>(
  name: string,
  options: StafettOptions,
  firstly: (stafett: Stafett, failed: AbortSignal) => Promise<T>,
): Promise<{ readonly stafett: Stafett; readonly first: T }> {
  const file = path.join(runFolder(), `${name}.installation.json`);
  await once(name, async () => {
    const stafett = await newInstallation(options);
    const first = await startAnd(stafett, firstly);
    writeFileSync(file, JSON.stringify({ home: stafett.home, port: stafett.port, self: stafett.self, first }));
  });
  const { home, port, self, first } = JSON.parse(readFileSync(file, 'utf8')) as {
    home: string;
    port: number;
    self: ProcessIdentity;
    first: T;
  };
  return { stafett: new Installation(home, port, options, self), first };
}

async function startAnd<T>(
  stafett: Stafett,
  firstly: (stafett: Stafett, failed: AbortSignal) => Promise<T>,
): Promise<T> {
  const failed = new AbortController();
  try {
    const [first] = await Promise.all([firstly(stafett, failed.signal), stafett.start()]);
    return first;
  } catch (error) {
    failed.abort();
    await stafett.remove();
    throw error;
  }
}

async function newInstallation(options: StafettOptions): Promise<Installation> {
  const home = mkdtempSync(path.join(tmpdir(), 'stafett-e2e-'));
  // Postgres may run as another user, who must get through.
  chmodSync(home, 0o711);
  return new Installation(home, await choosePort({ title: 'Stafett', variable: '', wanted: undefined }), options);
}

class Installation implements Stafett {
  readonly url: string;

  constructor(
    readonly home: string,
    readonly port: number,
    private readonly options: StafettOptions,
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
    // What is shared outlives the test process that started it; what is not is waited for.
    child.unref();
    this.child = child;
    this.self = child.pid === undefined ? undefined : identityOf(child.pid);
    const ready = `Stafett is ready at ${this.url}`;
    const isReady = async (): Promise<void> => {
      if (!readFileSync(output, 'utf8').split('\n').includes(ready)) throw new Error('no ready line yet');
    };
    const ended = (): boolean => !this.self || !isRunning(this.self);
    const readyOrEnded = async (): Promise<void> => (ended() ? undefined : isReady());
    await until(readyOrEnded, { withinMs: START_MS, everyMs: 20 }).catch(() => undefined);
    if (
      !ended() &&
      (await isReady().then(
        () => true,
        () => false,
      ))
    )
      return;
    const said = lastLines(output, 40);
    await this.remove();
    throw new Error(`Stafett did not start:\n${said}`);
  }

  pids(): Partial<Record<Part, number>> {
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

  signIn(user: string): Promise<Client> {
    return Client.signIn(this.url, user);
  }

  async now(): Promise<string> {
    return (await Client.passerBy(this.url).get<{ now: string }>('/clock')).now;
  }

  async waitUntil(instant: string): Promise<void> {
    const passed = async (): Promise<void> => {
      const now = await this.now();
      if (Date.parse(now) < Date.parse(instant)) throw new Error(`it is ${now}, not yet ${instant}`);
    };
    await until(passed, { withinMs: 400_000, everyMs: 200 });
  }

  kill(part: Part, signal: NodeJS.Signals = 'SIGKILL'): void {
    const pid = this.pids()[part];
    if (pid === undefined) throw new Error(`no ${part} runs`);
    process.kill(pid, signal);
  }

  async stop(): Promise<number | null> {
    const { self, child } = this;
    if (!self) return null;
    if (isRunning(self)) process.kill(self.pid, 'SIGTERM');
    const gone = async (): Promise<void> => {
      if (isRunning(self) || (child && child.exitCode === null && child.signalCode === null))
        throw new Error(`still running:\n${lastLines(this.outputFile())}`);
    };
    await until(gone, { withinMs: STOP_MS });
    return child?.exitCode ?? null;
  }

  async tool(...args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
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
    await endLeftOvers(path.join(this.home, 'run', 'children.json'));
    rmSync(this.home, { recursive: true, force: true });
  }

  private outputFile(): string {
    return path.join(this.home, 'start.out');
  }

  /** The machine's environment without what Jest, npm and this shell have put there. */
  private async environment(): Promise<NodeJS.ProcessEnv> {
    const { speed, startAt, seed } = this.options;
    const kept = Object.entries(process.env).filter(
      ([name]) => !/^(STAFETT_|TEMPORAL_|DATABASE_|SMTP_|OIDC_|JEST_|npm_|NODE_OPTIONS$|NODE_ENV$)/.test(name),
    );
    return {
      ...Object.fromEntries(kept),
      // We stand in for npm: if this process is killed, the installation ends by itself.
      npm_lifecycle_event: 'start',
      STAFETT_HOME: this.home,
      STAFETT_PORT: String(this.port),
      STAFETT_TEMPORAL_CLI: await temporalProgram(),
      ...(speed !== undefined && { STAFETT_SPEED: String(speed) }),
      ...(startAt !== undefined && { STAFETT_START_AT: startAt }),
      ...(seed !== undefined && { STAFETT_SEED: seed }),
    };
  }
}
