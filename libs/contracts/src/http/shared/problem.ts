import { REFUSAL_CODES } from '#domain/model/refusal.js';
import { z } from 'zod';

/** Codes that only the HTTP layer answers with, before any rule is asked. */
const HTTP_CODES = [
  'method-not-allowed',
  'unsupported-media-type',
  'headers-too-large',
  'too-slow',
  'internal',
] as const;

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum([...REFUSAL_CODES, ...HTTP_CODES]),
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
