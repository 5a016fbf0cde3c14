import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '#platform/log.js';

const LONGEST = 5_000;

/**
 * Tries until it works or the signal comes, with a line in the log and a pause that grows to five seconds.
 * @returns undefined when the signal came first.
 */
export async function patiently<T>(
  what: string,
  log: Logger,
  signal: AbortSignal,
  attempt: () => Promise<T>,
): Promise<T | undefined> {
  for (let wait = 250; !signal.aborted; wait = Math.min(wait * 2, LONGEST)) {
    try {
      return await attempt();
    } catch (error) {
      log.warn({ err: error, againInMs: wait }, `${what} is not there yet`);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
