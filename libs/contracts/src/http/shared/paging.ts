import { z } from 'zod';

/** Query strings. Unknown parameters and values are refused. */

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const limit = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 100')
  .transform(Number)
  .pipe(z.int().min(1).max(100));

export const cursor = z.string().min(1).max(2_000);

export const noQuery = z.strictObject({});

/** An absent body, or an empty object. */
export const emptyBody = z.strictObject({}).optional();
