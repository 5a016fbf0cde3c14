import { setImmediate as nextTurn } from 'node:timers/promises';

/** Others wait no longer than this for a turn of the event loop. */
const TURN_MS = 20;

/** A function to call between pieces of long work: when its turn is over it lets other requests have theirs. */
export function turns(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < TURN_MS) return;
    await nextTurn();
    begun = performance.now();
  };
}
