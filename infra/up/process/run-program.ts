import { spawn } from 'node:child_process';
import { sendSignal } from './end-process.js';

export interface ProgramResult {
  /** Whether the program ended by itself with exit code 0. */
  readonly ok: boolean;
  /** What the program printed on stdout and stderr. When it was killed or printed nothing: how it ended. */
  readonly output: string;
}

export interface ProgramOptions {
  readonly withinMs: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** When it is aborted, the program and its child processes are killed. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs a program to its end. Never rejects: a missing, failed or slow program gives `ok: false`. */
export function runProgram(command: string, args: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  const { withinMs, signal, ...rest } = options;
  const child = spawn(command, args, { ...rest, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    let killReason: string | undefined;
    const kill = (reason: string): void => {
      killReason = reason;
      if (child.pid) sendSignal(-child.pid, 'SIGKILL');
    };
    const onAbort = (): void => kill('aborted');
    const timer = setTimeout(() => kill(`no end within ${withinMs / 1000} s`), withinMs);
    const finish = (ok: boolean, ending: string): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      const output = Buffer.concat(chunks).toString('utf8').trim();
      resolve({ ok: ok && !killReason, output: killReason ?? (output || ending) });
    };
    child.once('error', (error) => finish(false, error.message));
    child.once('close', (code, killSignal) =>
      finish(code === 0, killSignal ? `killed by ${killSignal}` : `exit ${code}`),
    );
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) onAbort();
  });
}
