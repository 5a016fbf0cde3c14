import type { Instant } from '#domain/time.js';

/** The case stands still, as far as the reader is told of that. */
const STUCK = `(coalesce(c.stuck_at <= ($?::jsonb->>'now')::timestamptz, false) AND $?::jsonb->'inside' ?| c.readers)`;

/**
 * A condition on the cases `c`, and its value; undefined where the reader does not ask.
 * @param inside  tokens by which the reader is told that a case stands still.
 */
export function isStuck(
  wanted: boolean | undefined,
  inside: readonly string[],
  now: Instant,
): readonly [condition: string, value: string | undefined] {
  return [
    wanted === false ? `NOT ${STUCK}` : STUCK,
    wanted === undefined ? undefined : JSON.stringify({ now, inside }),
  ];
}
