import { useRef } from 'react';
import { Refused } from '../../api/client.js';

const REPEATS = 4;
const BETWEEN_MS = 1_500;

/** The key of what is sent: the same until other words are sent or it has succeeded, so that nothing is done twice. */
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

/** Asks again, with the same key, while nobody knows whether it was done. */
export async function untilKnown<T>(send: () => Promise<T>): Promise<T> {
  for (let left = REPEATS; ; left -= 1) {
    try {
      return await send();
    } catch (error) {
      const isUnknown = error instanceof Refused && error.problem.code === 'outcome-unknown';
      if (!isUnknown || left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }
}
