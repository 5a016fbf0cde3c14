import { setTimeout as pause } from 'node:timers/promises';

/** Repeats `check` until it passes, for at most half a minute of wall time. Only for what another process does. */
export async function eventually(check: () => unknown): Promise<void> {
  const deadline = Date.now() + 30_000;
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
