import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '#platform/logger.js';

const MAX_WAIT_MS = 5_000;

/**
 * Retries until the attempt succeeds or the signal aborts. Logs each failure; the pause grows to five seconds.
 * @returns undefined when the signal aborted first.
 */
export async function retryUntilReady<T>(
  what: string,
  log: Logger,
  signal: AbortSignal,
  attempt: () => Promise<T>,
): Promise<T | undefined> {
  for (let waitMs = 250; !signal.aborted; waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)) {
    try {
      return await attempt();
    } catch (error) {
      log.warn({ err: error, againInMs: waitMs }, `${what} is not there yet`);
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
