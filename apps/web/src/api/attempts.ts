import { useRef } from 'react';
import { Refused } from './client.js';

const REPEATS = 4;
const BETWEEN_MS = 1_500;

/**
 * The key of what is sent: the same until other words are sent or it has succeeded, so that nothing is done twice. Other words are another
 * request, also when nobody knows what became of the first.
 */
export function useAttempts(): { keyOf(body: unknown): string; done(): void } {
  const last = useRef<{ readonly words: string; readonly key: string }>(undefined);
  return {
    keyOf(body) {
      const words = JSON.stringify(body);
      if (last.current?.words !== words) last.current = { words, key: crypto.randomUUID() };
      return last.current.key;
    },
    done() {
      last.current = undefined;
    },
  };
}

/**
 * Asks again, with the same key, while nobody knows whether it was done. @param whenUnknown  called before each repetition.
 * @param isUnclear  whether the failure leaves it open.
 */
export async function untilKnown<T>(
  send: () => Promise<T>,
  whenUnknown?: () => void,
  isUnclear: (error: unknown) => boolean = isUnknown,
): Promise<T> {
  for (let left = REPEATS; ; left -= 1) {
    try {
      return await send();
    } catch (error) {
      if (!isUnclear(error) || left === 0) throw error;
      whenUnknown?.();
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }
}

/** Whether it may have been done although the answer does not say so. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof Refused && error.problem.code === 'outcome-unknown';

/** Answers of what stands before a server that is not there: it restarts, or is cut off. */
const NOT_REACHED = [502, 503, 504];

/** Whether the server may be on its way back: the line broke although the browser has one. */
export const mayComeBack = (error: unknown): boolean =>
  error instanceof Refused
    ? isUnknown(error) || NOT_REACHED.includes(error.problem.status)
    : error instanceof TypeError && navigator.onLine;
