import type { Instant } from './time.js';

/**
 * When domain time started and how fast it runs. Fixed when an installation is first ready; part of every workflow's
 * input.
 */
export interface Clock {
  readonly origin: {
    readonly domain: Instant;
    /** Wall time, milliseconds since 1970. */
    readonly wall: number;
  };
  /** Domain seconds per wall second, 1 to 86400. */
  readonly speed: number;
}

/** Domain time at a wall instant (milliseconds since 1970). */
export function domainNow(clock: Clock, wallMs: number): Instant {
  const domain = Date.parse(clock.origin.domain) + (wallMs - clock.origin.wall) * clock.speed;
  return new Date(domain).toISOString();
}

/** Wall milliseconds from `wall` until the domain instant `due`: at least 1, rounded up. */
export function wallDelayMs(clock: Clock, due: Instant, wallMs: number): number {
  const now = Date.parse(clock.origin.domain) + (wallMs - clock.origin.wall) * clock.speed;
  return Math.max(1, Math.ceil((Date.parse(due) - now) / clock.speed));
}
