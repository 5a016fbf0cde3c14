import { setTimeout as pause } from 'node:timers/promises';

/** Waits, five seconds at most, until what is expected holds. Wall time: only for what really passes between processes. */
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
