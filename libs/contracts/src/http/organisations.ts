import { z } from 'zod';
import { contactBody } from './cases/enquiry.js';
import { organisationNumber, searchText, userId, localDate } from './shared/fields.js';
import { limit, cursor } from './shared/paging.js';

/** Representatives of an organisation in its dealings with the municipality. */

export const newContactBody = contactBody
  .extend({
    replaces: z.guid().optional().describe('The contact whose place the new one takes; that one loses access at once.'),
    collaboration: z.guid().optional().describe('The one collaboration to speak in; all of them when absent.'),
  })
  .meta({ id: 'OrganisationContactInput' });

export type NewContact = z.output<typeof newContactBody>;

export const organisationContact = z
  .object({
    id: z.string(),
    person: userId,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    collaboration: z.string().nullable().describe('Null: speaks in all of the organisation’s collaborations.'),
    from: localDate,
    to: localDate.nullable(),
    confirmed: z
      .boolean()
      .describe('Who is named to speak in all collaborations does so once this is true; see `/confirmation`.'),
  })
  .meta({ id: 'OrganisationContact' });

export const organisationContacts = z
  .object({ items: z.array(organisationContact), next: z.string().nullable() })
  .meta({ id: 'OrganisationContacts' });

export const organisationsQuery = z.strictObject({
  number: organisationNumber.optional(),
  q: searchText.optional(),
  limit: limit.optional(),
});

export const contactsQuery = z.strictObject({
  collaboration: z.guid().optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

export const organisationList = z
  .object({
    items: z.array(z.object({ id: z.string(), name: z.string(), number: z.string().optional() })),
    next: z.null(),
  })
  .meta({ id: 'OrganisationList' });

/** `GET /me/profile`: what is known of the caller, and for whom the caller speaks. */
export const profileView = z
  .object({
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    organisations: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        number: z.string().optional(),
        inAllCases: z.boolean().describe('Whether the caller speaks in all its cases, and may name others who do.'),
      }),
    ),
  })
  .meta({ id: 'Profile' });
