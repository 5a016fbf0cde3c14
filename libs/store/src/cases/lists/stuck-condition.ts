import type { Instant } from '#domain/time.js';

/** The case is stuck, and the reader may know it. */
const STUCK = '(c.stuck_at IS NOT NULL AND c.stuck_at <= $?::timestamptz AND c.readers && $?2::text[])';

/**
 * Arguments of `Where.and` for a case aliased `c`; no condition when `wanted` is undefined.
 * @param internalTokens  tokens whose holder may know that a case is stuck.
 */
export function stuckCondition(
  wanted: boolean | undefined,
  internalTokens: readonly string[],
  now: Instant,
): readonly [condition: string, ...values: unknown[]] {
  return wanted === undefined ? ['', undefined] : [wanted ? STUCK : `NOT ${STUCK}`, now, [...internalTokens]];
}
