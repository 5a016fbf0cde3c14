import { spawn, type ChildProcess } from 'node:child_process';
import { pause } from '../wait.js';
import { restartDelay, wasWell } from './backoff.js';
import { endProcess, send } from './end.js';
import { identityOf, type ProcessIdentity } from './identity.js';
import { closeLog, openLog } from './log-file.js';

export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly logFile: string;
  readonly account?: { readonly uid: number; readonly gid: number };
  readonly stopSignal?: NodeJS.Signals;
  readonly stopWithinMs?: number;
  /** Repairs what a sudden death left behind; runs before every start of the child. */
  readonly beforeStart?: () => Promise<void>;
}

export interface ChildEvents {
  /** A process began (its identity) or ended (undefined). */
  changed(identity: ProcessIdentity | undefined): void;
  died(how: string, againInMs: number): void;
}

/** A program that is kept running until it is stopped: whenever it dies it is started again. */
export class Child {
  deaths = 0;
  private running: ChildProcess | undefined;
  private readonly stopped = new AbortController();
  private life: Promise<void> | undefined;

  constructor(
    readonly spec: ChildSpec,
    private readonly events: ChildEvents,
  ) {}

  start(): void {
    this.life ??= this.live();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    const identity = this.identity();
    if (identity) await endProcess(identity, { signal: this.spec.stopSignal, withinMs: this.spec.stopWithinMs });
    await this.life;
  }

  /** At once, without a chance to tidy up. */
  kill(): void {
    this.stopped.abort();
    if (this.running?.pid) send(this.running.pid, 'SIGKILL');
  }

  identity(): ProcessIdentity | undefined {
    return this.running?.pid === undefined ? undefined : identityOf(this.running.pid);
  }

  private async live(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      const began = Date.now();
      const how = await this.once();
      if (signal.aborted) return;
      if (wasWell(Date.now() - began)) this.deaths = 0;
      const delay = restartDelay(++this.deaths);
      this.events.died(how, delay);
      await pause(delay, signal);
    }
  }

  /** One life, from start to end. Never rejects: what goes wrong is the manner of death. */
  private async once(): Promise<string> {
    try {
      await this.spec.beforeStart?.();
      return this.stopped.signal.aborted ? 'stopped' : await this.process();
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  private process(): Promise<string> {
    const { command, args, env, cwd, account, logFile, name } = this.spec;
    const log = openLog(logFile, `${name} starts: ${command} ${args.join(' ')}`);
    // A group of its own: Ctrl-C in a terminal then reaches `up` only, and the children end in order.
    const child = spawn(command, args, { env, cwd, ...account, detached: true, stdio: ['ignore', log, log] });
    closeLog(log);
    this.running = child;
    this.events.changed(this.identity());
    return new Promise((resolve) => {
      const ended = (how: string): void => {
        this.running = undefined;
        this.events.changed(undefined);
        resolve(how);
      };
      child.once('error', (error) => ended(error.message));
      child.once('exit', (code, by) => ended(by ? `killed by ${by}` : `exit ${code}`));
    });
  }
}
