import { z } from 'zod';
import { email } from './fields.js';

/** One-time links by e-mail, for those outside who have no account. */

export const linkAskBody = z.strictObject({ email }).meta({ id: 'SignInLinkInput' });

export const linkAsked = z
  .object({
    text: z.string(),
    minutes: z.int().describe('How long a link works.'),
  })
  .meta({ id: 'SignInLinkAsked' });

export const linkState = z
  .object({ works: z.boolean().describe('Whether the link signs in when it is posted to.') })
  .meta({ id: 'SignInLinkState' });

/** A body without any field, or none. */
export const nothing = z.strictObject({}).optional();
