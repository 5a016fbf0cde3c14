import { z } from 'zod';

/** Query strings. Unknown parameters and values are refused. */

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const limit = z
  .string()
  .regex(/^(?:[1-9]\d?|100)$/, 'must be a whole number from 1 to 100')
  .transform(Number);

export const cursor = z.string().min(1).max(2_000);

export const noQuery = z.strictObject({});

/** An absent body, or an empty object. */
export const emptyBody = z.strictObject({}).optional();
