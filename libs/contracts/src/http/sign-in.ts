import { z } from 'zod';

/** Stands in for our own address: a path that leads away from it is no path of ours. */
const HERE = 'http://here.invalid';

/** `/path?query` of our own; never another site's address in disguise, as `//other` or `/\other` are. */
const localPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\s\p{Cc}]*$/u, 'must be a path on this site, beginning with one slash')
  .refine((path) => URL.canParse(path, HERE) && new URL(path, HERE).origin === HERE, 'must be a path on this site');

export const signInQuery = z.strictObject({
  /** Which issuer: the municipality's own, or the entrepreneurs'. */
  as: z
    .enum(['staff', 'contact'])
    .default('staff')
    .transform((as) => (as === 'staff' ? ('staff' as const) : ('contacts' as const))),
  returnTo: localPath.default('/'),
});

const parameter = z.string().max(4_000);

/** An issuer's answer. Not strict: an issuer may add parameters of its own, which a client is to ignore (RFC 6749, 4.1.2). */
export const callbackQuery = z.object({
  state: parameter.min(1),
  code: parameter.optional(),
  iss: parameter.optional(),
  error: parameter.optional(),
  error_description: parameter.optional(),
});

export const sessionList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        startedAt: z.string().meta({ description: 'Wall time, as all of a session.' }),
        lastSeenAt: z.string(),
        method: z.enum(['demo', 'oidc', 'link']),
        browser: z.string(),
        current: z.boolean(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'SessionList' });
