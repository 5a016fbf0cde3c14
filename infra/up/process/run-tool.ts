import { execFile } from 'node:child_process';

export interface ToolResult {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a program to its end. Not being there, failing and being too slow are all answers, not errors. */
export function runTool(
  command: string,
  args: readonly string[],
  options: {
    withinMs: number;
    env?: NodeJS.ProcessEnv;
    cwd?: string;
    uid?: number;
    gid?: number;
    signal?: AbortSignal;
  },
): Promise<ToolResult> {
  const { withinMs, ...rest } = options;
  return new Promise((resolve) => {
    execFile(command, args, { ...rest, timeout: withinMs, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      const said = `${stdout}${stderr}`.trim();
      if (!error) return resolve({ ok: true, output: said });
      const why = error.killed ? `no end within ${withinMs / 1000} s` : said || error.message;
      resolve({ ok: false, output: why });
    });
  });
}
