import pRetry from 'p-retry';
import type { Logger } from '#platform/logger.js';

/**
 * Retries until the attempt succeeds or the signal aborts. Logs each failure; the pause grows to five seconds.
 * @returns undefined when the signal aborted first.
 * @throws TypeError at once: a mistake in the code does not pass by waiting.
 */
export async function retryUntilReady<T>(
  what: string,
  log: Logger,
  signal: AbortSignal,
  attempt: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await pRetry(attempt, {
      retries: Infinity,
      minTimeout: 250,
      maxTimeout: 5_000,
      signal,
      onFailedAttempt: ({ error, attemptNumber }) =>
        log.warn({ err: error, attempt: attemptNumber }, `${what} is not there yet`),
    });
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
