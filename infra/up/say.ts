/** Lines for the person who started Stafett. */
export type Say = (line: string) => void;

export const say: Say = (line) => {
  process.stdout.write(`${line}\n`);
};

/** Whoever reads our output may go away before we do; that must not take the installation down. */
export function surviveLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/**
 * One step of the start: says what begins, does it, and says what came of it and how long it took. Does not wait for
 * the end of what it began once the start is called off.
 */
export async function step<T extends string | void>(
  title: string,
  signal: AbortSignal,
  act: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const began = Date.now();
  say(`- ${title} ...`);
  const calledOff = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  const result = await Promise.race([act(), calledOff]);
  say(`  ${typeof result === 'string' ? result : 'done'} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return result;
}
