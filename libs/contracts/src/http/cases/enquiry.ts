import { z } from 'zod';
import { email, channel, unitId, caseId, localDate } from '../shared/fields.js';

const shortText = z.string().trim().min(1).max(200);

const organisationBody = z
  .strictObject({
    name: shortText,
    number: z
      .string()
      .regex(/^\d{9}$/, 'must be nine digits')
      .optional(),
  })
  .meta({ id: 'OrganisationInput' });

export const contactBody = z
  .strictObject({ name: shortText, email, phone: z.string().trim().min(3).max(40).optional() })
  .meta({ id: 'ContactInput' });

const title = z.string().trim().min(1).max(200);

const description = z.string().min(1).max(10_000);

const area = z.string().min(1).max(60);

/** `POST /enquiries`: the public form. */
export const enquiryBody = z
  .strictObject({
    organisation: organisationBody,
    contact: contactBody,
    title,
    description,
    area: area.optional(),
    channel: channel.default('web'),
  })
  .meta({ id: 'EnquiryInput' });

export type EnquiryRequest = z.output<typeof enquiryBody>;

/** `POST /collaborations`: staff open a case, possibly from a need for which no entrepreneur is known yet. */
export const openingBody = z
  .strictObject({
    title,
    description,
    organisation: organisationBody.optional(),
    contact: contactBody.optional(),
    area: area.optional(),
    unit: unitId.optional(),
    channel: channel.default('web'),
    origin: z
      .enum(['staff', 'need', 'idea', 'strategy', 'political', 'cross-sector', 'challenge', 'enquiry'])
      .default('staff'),
  })
  .meta({ id: 'OpeningInput' });

export type OpeningRequest = z.output<typeof openingBody>;

/** The person to contact about an enquiry. */
export const contactDetails = z
  .object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() })
  .meta({ id: 'Reachable' });

export const enquiryReceipt = z
  .object({
    id: caseId,
    number: z.string(),
    replyBy: localDate.describe('Last day on which a named person will have made contact.'),
    contact: contactDetails,
    statusUrl: z.url(),
  })
  .meta({ id: 'EnquiryReceipt' });

/** Status page of an enquiry's sender: who acts next, whom to contact, and what was promised by when. */
export const enquiryStatus = z
  .object({
    number: z.string(),
    title: z.string(),
    phase: z.string(),
    phaseLabel: z.string(),
    state: z.string(),
    receivedAt: z.string(),
    waitingFor: z.string(),
    contact: contactDetails,
    standIn: contactDetails.optional().describe('Who answers while the contact is away.'),
    with: z.object({ unit: z.string(), since: z.string() }),
    promises: z.array(
      z.object({
        label: z.string(),
        dueOn: localDate,
        state: z.enum(['OPEN', 'KEPT', 'MISSED']),
        metAt: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'EnquiryStatus' });
