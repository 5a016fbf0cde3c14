import { ConfigError, readStartConfig } from '#platform/config.js';
import { printLine, ignoreOutputErrors } from './start-output.js';
import { StepError } from './shared/step-error.js';
import { listenForStop } from './stop-request.js';
import { runInstallation } from './run-installation.js';

/**
 * @param projectRoot  the folder with package.json
 * @returns the exit code: 0 when Stafett was asked to stop, 1 when a step failed, 2 when the settings are wrong
 */
export async function startInstallation(projectRoot: string): Promise<number> {
  ignoreOutputErrors();
  // What we and our children write is for nobody else on this machine.
  process.umask(0o077);
  const kill = new AbortController();
  const stop = listenForStop(() => {
    kill.abort();
    process.exit(1);
  });
  try {
    await runInstallation(readStartConfig(process.env), projectRoot, stop, kill.signal);
    return 0;
  } catch (error) {
    if (stop.aborted) return 0;
    printLine(`\n${detailsOf(error)}`);
    return error instanceof ConfigError ? 2 : 1;
  } finally {
    if (stop.aborted) printLine('Stafett has stopped.');
  }
}

function detailsOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof StepError)
    return [error.message, ...(error.cause ? ['', detailsOf(error.cause)] : [])].join('\n');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
