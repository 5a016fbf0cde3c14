import { z } from 'zod';
import { email } from './fields.js';

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

/** An absent body, or an empty object. */
export const emptyBody = z.strictObject({}).optional();
