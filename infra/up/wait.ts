/** Waits here and nowhere else: every poll of `up` goes through `until`. */

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
 * Asks until the answer comes, and returns it. A rejected ask counts as "not yet", with its message as the reason.
 * @param ask  rejects while it is too early.
 * @throws TimedOut with the last reason; the signal's own reason when that is aborted.
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

/** Ends early, without an error, when the signal is aborted. */
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

/** Node says "fetch failed" and hides why in `cause`. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message || error.name;
}
