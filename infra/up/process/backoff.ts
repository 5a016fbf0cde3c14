const DELAYS_MS = [100, 250, 500, 1_000, 2_000, 5_000] as const;
const CALM_MS = 30_000;

/**
 * How long to wait before a child is started again: little at first, never more than five seconds, for ever.
 * @param deaths  how many times in a row it has died, at least 1.
 */
export function restartDelay(deaths: number): number {
  return DELAYS_MS[Math.min(deaths, DELAYS_MS.length) - 1] ?? DELAYS_MS[0];
}

/** A child that lived this long was well; its next death counts as the first. */
export const wasWell = (livedMs: number): boolean => livedMs >= CALM_MS;
