import type { Instant } from '#domain/time.js';
import type { ReaderTokens } from './readable-cases.js';
import { insideCondition } from './readable-cases.js';

/**
 * Arguments of `Where.and`: a case aliased `c`, or a handover aliased `h` of it, is stuck, and the reader may know it. No condition
 * when `wanted` is undefined.
 */
export function stuckCondition(
  wanted: boolean | undefined,
  reader: ReaderTokens,
  now: Instant,
  of: 'c' | 'h' = 'c',
): readonly [condition: string, ...values: unknown[]] {
  if (wanted === undefined) return ['', undefined];
  const [inside, ...values] = insideCondition(reader, '$?2');
  const isStuck = `(${of}.stuck_at IS NOT NULL AND ${of}.stuck_at <= $?::timestamptz${inside})`;
  return [wanted ? isStuck : `NOT ${isStuck}`, now, ...values];
}
