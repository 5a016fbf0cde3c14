import { setTimeout as pause } from 'node:timers/promises';

/** Repeats `check` until it passes, for at most five seconds of wall time. Only for what another process does. */
export async function eventually(check: () => unknown): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(50);
  }
}
