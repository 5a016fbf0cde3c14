/** All waiting of `up` is done here: every poll goes through `until`. */

export class TimedOut extends Error {
  constructor(
    readonly withinMs: number,
    readonly reason: string,
  ) {
    super(`not within ${withinMs / 1000} s: ${reason}`);
    this.name = 'TimedOut';
  }
}

/**
 * Calls `ask` until it resolves, and returns the result. A rejection means "not yet".
 * @throws TimedOut with the message of the last rejection; the reason of `signal` when that aborts.
 */
export async function until<T>(
  ask: () => Promise<T>,
  { withinMs, everyMs = 50, signal }: { withinMs: number; everyMs?: number; signal?: AbortSignal },
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await ask();
    } catch (error) {
      if (Date.now() >= deadline) throw new TimedOut(withinMs, reasonOf(error));
    }
    await pause(everyMs, signal);
  }
}

/** Resolves early, without an error, when the signal aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}

/** The innermost message: an error of `fetch` says only "fetch failed" and has the reason in `cause`. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message || error.name;
}
