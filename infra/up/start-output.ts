import { StepError } from './shared/step-error.js';

/** Prints a line for the person who started Stafett. */
export type PrintLine = (line: string) => void;

export const printLine: PrintLine = (line) => {
  process.stdout.write(`${line}\n`);
};

/** The reader of our output may close it before we end; the error must not stop the installation. */
export function ignoreOutputErrors(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** How long an aborted step may take to clean up. */
const CLEANUP_MS = 3_000;

/** Runs one step of the start. Prints its title before, and its result and duration after. */
export async function runStartStep<T extends string | void>(
  title: string,
  signal: AbortSignal,
  action: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const startedAt = Date.now();
  printLine(`- ${title} ...`);
  const result = await Promise.race([action().catch(asStepError(title)), rejectAfterAbort(signal)]);
  printLine(`  ${typeof result === 'string' ? result : 'done'} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  return result;
}

/** Wraps an unexpected error, so that the message names the step and shows the whole error. */
const asStepError =
  (title: string) =>
  (error: unknown): never => {
    if (error instanceof StepError || !(error instanceof Error)) throw error;
    const whatToDo = 'If the reason does not tell, report it with the lines below. Data already stored is kept.';
    throw new StepError(title, error.message, whatToDo, { cause: error });
  };

const rejectAfterAbort = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const rejectLater = (): NodeJS.Timeout => setTimeout(() => reject(signal.reason as Error), CLEANUP_MS);
    signal.addEventListener('abort', rejectLater, { once: true });
  });
