import type { Instant } from '#domain/time.js';

/** The case is stuck, and the reader may know it. */
const STUCK = `(coalesce(c.stuck_at <= ($?::jsonb->>'now')::timestamptz, false) AND $?::jsonb->'inside' ?| c.readers)`;

/**
 * Arguments of `Where.and` for a case aliased `c`; no condition when `wanted` is undefined.
 * @param internalTokens  tokens whose holder may know that a case is stuck.
 */
export function stuckCondition(
  wanted: boolean | undefined,
  internalTokens: readonly string[],
  now: Instant,
): readonly [condition: string, value: string | undefined] {
  return [
    wanted === false ? `NOT ${STUCK}` : STUCK,
    wanted === undefined ? undefined : JSON.stringify({ now, inside: internalTokens }),
  ];
}
