import { spawn } from 'node:child_process';
import { send } from './end.js';

export interface ToolResult {
  readonly ok: boolean;
  readonly output: string;
}

export interface ToolOptions {
  readonly withinMs: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Ends the program, and whatever it has started itself. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs a program to its end. Not being there, failing and being too slow are all answers, not errors. */
export function runTool(command: string, args: readonly string[], options: ToolOptions): Promise<ToolResult> {
  const { withinMs, signal, ...rest } = options;
  const child = spawn(command, args, { ...rest, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve) => {
    let cutShort: string | undefined;
    const cut = (why: string): void => {
      cutShort = why;
      if (child.pid) send(-child.pid, 'SIGKILL');
    };
    const callOff = (): void => cut('called off');
    const timer = setTimeout(() => cut(`no end within ${withinMs / 1000} s`), withinMs);
    const end = (ok: boolean, otherwise: string): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', callOff);
      const output = Buffer.concat(said).toString('utf8').trim();
      resolve({ ok: ok && !cutShort, output: cutShort ?? (output || otherwise) });
    };
    child.once('error', (error) => end(false, error.message));
    child.once('close', (code, by) => end(code === 0, by ? `killed by ${by}` : `exit ${code}`));
    signal?.addEventListener('abort', callOff);
    if (signal?.aborted) callOff();
  });
}
