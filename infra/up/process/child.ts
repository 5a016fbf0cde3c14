import { spawn, type ChildProcess } from 'node:child_process';
import { pause } from '../shared/wait.js';
import { restartDelayMs, wasStable } from './backoff.js';
import { endProcess, sendSignal } from './end-process.js';
import { identityOf, type ProcessIdentity } from './process-identity.js';
import { closeLog, openLog } from './log-file.js';
import { untilSilent } from './watchdog.js';
import type { Liveness } from './watchdog.js';

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
  /** Ended and started again when it hangs. Absent for a program that is watched by nobody. */
  readonly liveness?: Liveness;
  /** Runs before every start, to clean up after a crash. */
  readonly beforeStart?: () => Promise<void>;
}

export interface ChildEvents {
  /** A process started (its identity) or ended (undefined). */
  changed(identity: ProcessIdentity | undefined): void;
  died(reason: string, restartInMs: number): void;
}

/** A program that is restarted whenever it ends, until it is stopped. */
export class Child {
  deaths = 0;
  private running: ChildProcess | undefined;
  private readonly stopped = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(
    readonly spec: ChildSpec,
    private readonly events: ChildEvents,
  ) {}

  start(): void {
    this.loop ??= this.keepRunning();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    const identity = this.identity();
    if (identity) await endProcess(identity, { signal: this.spec.stopSignal, withinMs: this.spec.stopWithinMs });
    await this.loop;
  }

  /** Ends it with SIGKILL and does not wait. */
  kill(): void {
    this.stopped.abort();
    if (this.running?.pid) sendSignal(this.running.pid, 'SIGKILL');
  }

  identity(): ProcessIdentity | undefined {
    return this.running?.pid === undefined ? undefined : identityOf(this.running.pid);
  }

  private async keepRunning(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      const startedAt = Date.now();
      const reason = await this.runOnce();
      if (signal.aborted) return;
      if (wasStable(Date.now() - startedAt)) this.deaths = 0;
      const delay = restartDelayMs(++this.deaths);
      this.events.died(reason, delay);
      await pause(delay, signal);
    }
  }

  /** Runs the program once and returns why it ended. Never rejects: a failed start is a reason too. */
  private async runOnce(): Promise<string> {
    try {
      await this.spec.beforeStart?.();
      return this.stopped.signal.aborted ? 'stopped' : await this.runProcess();
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  private runProcess(): Promise<string> {
    const { command, args, env, cwd, account, logFile, name, liveness } = this.spec;
    const log = openLog(logFile, `${name} starts: ${command} ${args.join(' ')}`);
    // Detached into its own process group: Ctrl-C reaches only `up`, which then ends the children in order.
    const stdio = ['ignore' as const, log, log, ...(liveness && !liveness.url ? ['ipc' as const] : [])];
    const child = spawn(command, args, { env, cwd, ...account, detached: true, stdio });
    closeLog(log);
    this.running = child;
    this.events.changed(this.identity());
    const watching = new AbortController();
    const silence = liveness ? watch(child, liveness, watching.signal) : undefined;
    return new Promise((resolve) => {
      const ended = (reason: string): void => {
        watching.abort();
        this.running = undefined;
        this.events.changed(undefined);
        resolve(hanging ?? reason);
      };
      let hanging: string | undefined;
      void silence?.then((why) => {
        hanging = why;
        if (why !== undefined) child.kill('SIGKILL');
      });
      child.once('error', (error) => ended(error.message));
      child.once('exit', (code, by) => ended(by ? `killed by ${by}` : `exit ${code}`));
    });
  }
}

/** @returns why the process counts as hanging; undefined when it ended by itself. */
function watch(child: ChildProcess, liveness: Liveness, signal: AbortSignal): Promise<string | undefined> {
  let beats = 0;
  child.on('message', () => (beats += 1));
  const hasBeaten = (): boolean => {
    const some = beats > 0;
    beats = 0;
    return some;
  };
  return untilSilent(liveness, hasBeaten, signal);
}
