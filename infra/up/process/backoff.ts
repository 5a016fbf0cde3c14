const DELAYS_MS = [100, 250, 500, 1_000, 2_000, 5_000] as const;
const STABLE_AFTER_MS = 30_000;

/**
 * Milliseconds to wait before a child is restarted: short at first, at most five seconds.
 * @param deaths  number of deaths in a row, at least 1.
 */
export function restartDelayMs(deaths: number): number {
  return DELAYS_MS[Math.min(deaths, DELAYS_MS.length) - 1] ?? DELAYS_MS[0];
}

/** After this long a child counts as stable, and its next death counts as the first. */
export const wasStable = (livedMs: number): boolean => livedMs >= STABLE_AFTER_MS;
