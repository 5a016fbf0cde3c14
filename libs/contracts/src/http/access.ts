import { z } from 'zod';
import { DENSITY_LABELS, ISSUER_CHOICE_LABELS, SIGN_IN_METHOD_LABELS } from './shared/register-labels.js';
import { coded, named } from './shared/code-labels.js';
import { caseId, displayName, email, localDate } from './shared/fields.js';

/** One-time sign-in links by e-mail, for people outside the municipality who have no account. */

export const signInLinkBody = z.strictObject({ email }).meta({ id: 'SignInLinkInput' });

export const signInLinkRequested = z
  .object({
    text: z.string(),
    minutes: z.int().describe('How long a link works.'),
  })
  .meta({ id: 'SignInLinkAsked' });

export const signInLinkState = z
  .object({ works: z.boolean().describe('Whether the link signs in when it is posted to.') })
  .meta({ id: 'SignInLinkState' });

/** Placeholder origin: a path that resolves to another origin is refused. */
const PLACEHOLDER_ORIGIN = 'http://here.invalid';

/** `/path?query` on this site. Refuses `//other` and `/\other`, which browsers resolve to another site. */
const localPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\s\p{Cc}]*$/u, 'must be a path on this site, beginning with one slash')
  .refine(
    (path) => URL.canParse(path, PLACEHOLDER_ORIGIN) && new URL(path, PLACEHOLDER_ORIGIN).origin === PLACEHOLDER_ORIGIN,
    'must be a path on this site',
  );

/** Not strict, because people open the address with what mail programs add to it. */
export const signInQuery = z.object({
  /** Selects the issuer: the municipality's, or the one for entrepreneurs. */
  as: named(['staff', 'contact'], ISSUER_CHOICE_LABELS)
    .default('staff')
    .transform((as) => (as === 'staff' ? ('staff' as const) : ('contacts' as const))),
  returnTo: localPath.default('/'),
});

const parameter = z.string().max(4_000);

/** An issuer's answer. Not strict, because a client must ignore parameters it does not know (RFC 6749, 4.1.2). */
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
        method: named(['demo', 'oidc', 'link'], SIGN_IN_METHOD_LABELS),
        browser: z.string(),
        current: z.boolean(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'SessionList' });

export const me = z
  .object({
    user: z.string(),
    name: z.string(),
    units: z.array(z.string()),
    roles: z.array(z.string()),
    staff: z.boolean().describe('Whether the person works for the municipality; all others come from outside.'),
  })
  .meta({ id: 'Me' });

const settings = {
  density: coded(DENSITY_LABELS).describe('How close rows of lists stand.'),
  singleKeys: z.boolean().describe('Whether single letters are shortcuts (WCAG 2.1.4).'),
  views: z
    .array(z.strictObject({ name: displayName, query: z.string().max(500) }))
    .max(30)
    .describe('Views of the list of cases; the query is what its address says, as JSON.'),
  putAway: z
    .array(z.strictObject({ collaboration: caseId, deadline: z.string().min(1).max(200), until: localDate }))
    .max(200)
    .describe('Rows of My day that come back on a day, or when their date has passed.'),
};

/** A field that is absent stays unchanged. */
export const ownSettingsChange = z
  .strictObject({
    density: settings.density.optional(),
    singleKeys: settings.singleKeys.optional(),
    views: settings.views.optional(),
    putAway: settings.putAway.optional(),
  })
  .meta({ id: 'OwnSettingsChange' });

export const ownSettings = z
  .object({
    density: settings.density.default('NORMAL'),
    singleKeys: settings.singleKeys.default(true),
    views: settings.views.default([]),
    putAway: settings.putAway.default([]),
  })
  .meta({ id: 'OwnSettings' });

export const signInBody = z.strictObject({ user: z.string().min(1).max(100) }).meta({ id: 'SignInInput' });
