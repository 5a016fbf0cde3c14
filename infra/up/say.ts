import { StepError } from './step-error.js';

/** Lines for the person who started Stafett. */
export type Say = (line: string) => void;

export const say: Say = (line) => {
  process.stdout.write(`${line}\n`);
};

/** Whoever reads our output may go away before we do; that must not take the installation down. */
export function surviveLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** How long a step that was called off may take to tidy up after itself. */
const TIDY_MS = 3_000;

/** One step of the start: says what begins, does it, and says what came of it and how long it took. */
export async function step<T extends string | void>(
  title: string,
  signal: AbortSignal,
  act: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const began = Date.now();
  say(`- ${title} ...`);
  const result = await Promise.race([act().catch(blame(title)), calledOff(signal)]);
  say(`  ${typeof result === 'string' ? result : 'done'} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return result;
}

/** An error that nobody foresaw is shown whole, under the name of the step it ended. */
const blame =
  (title: string) =>
  (error: unknown): never => {
    if (error instanceof StepError || !(error instanceof Error)) throw error;
    const whatToDo = 'If the reason does not tell, report it with the lines below. Data already stored is kept.';
    throw new StepError(title, error.message, whatToDo, { cause: error });
  };

const calledOff = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const late = (): NodeJS.Timeout => setTimeout(() => reject(signal.reason as Error), TIDY_MS);
    signal.addEventListener('abort', late, { once: true });
  });
