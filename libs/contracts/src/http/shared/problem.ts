import type { RefusalCode } from '#domain/model/refusal.js';
import { z } from 'zod';

/** The HTTP status of every refusal code. The compiler keeps the list complete. */
export const STATUS_BY_REFUSAL_CODE: Readonly<Record<RefusalCode, number>> = {
  malformed: 400,
  'signed-out': 401,
  'not-yours': 403,
  'not-receiver': 403,
  'same-person': 403,
  forbidden: 403,
  'not-found': 404,
  superseded: 409,
  'not-in-phase': 409,
  'gate-blocked': 409,
  'no-open-handover': 409,
  'handover-open': 409,
  'legal-item': 409,
  'already-closed': 409,
  held: 409,
  stale: 412,
  'too-large': 413,
  'out-of-range': 422,
  'bad-fact': 422,
  'unknown-item': 422,
  'unknown-person': 422,
  'in-the-past': 422,
  'in-the-future': 422,
  'key-reused': 422,
  'slow-down': 429,
  'outcome-unknown': 503,
  unavailable: 503,
};

/** Every documented `code` of a problem: the refusal codes, and those that only the HTTP layer uses. */
export const PROBLEM_CODES: readonly string[] = [
  ...Object.keys(STATUS_BY_REFUSAL_CODE),
  'unsupported-media-type',
  'internal',
];

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(PROBLEM_CODES as readonly [string, ...string[]]),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    unblock: z
      .object({
        command: z.string(),
        fact: z.string().optional(),
        item: z.string().optional(),
        role: z.string(),
        text: z.string(),
      })
      .optional(),
  })
  .catchall(z.unknown())
  .meta({ id: 'Problem' });
