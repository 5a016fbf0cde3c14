import { z } from 'zod';
import { named, ORIGIN_LABELS } from '../shared/code-labels.js';
import {
  closing,
  displayName,
  email,
  organisationNumber,
  channel,
  unitId,
  caseId,
  localDate,
} from '../shared/fields.js';
import { leg } from './case.js';
import { promiseView } from './deadline.js';
import { toOneLine } from '../shared/one-line.js';

const organisationBody = z
  .strictObject({
    name: displayName,
    number: organisationNumber.optional(),
  })
  .meta({ id: 'OrganisationInput' });

export const contactBody = z
  .strictObject({ name: displayName, email, phone: z.string().overwrite(toOneLine).min(3).max(40).optional() })
  .meta({ id: 'ContactInput' });

const description = z.string().min(1).max(10_000);

const area = z.string().min(1).max(60);

/** `POST /enquiries`: the public form. */
export const enquiryBody = z
  .strictObject({
    organisation: organisationBody,
    contact: contactBody,
    title: displayName,
    description,
    area: area.optional(),
    channel: channel.default('web'),
  })
  .meta({ id: 'EnquiryInput' });

export type EnquiryRequest = z.output<typeof enquiryBody>;

/** Whoever telephoned may have given no address: they are called back, and have no access of their own. */
const openingContact = contactBody.extend({ email: email.optional() }).meta({ id: 'OpeningContactInput' });

/** `POST /collaborations`: staff open a case, possibly from a need for which no entrepreneur is known yet. */
export const openingBody = z
  .strictObject({
    title: displayName,
    description,
    organisation: organisationBody.optional(),
    contact: openingContact.optional(),
    area: area.optional(),
    unit: unitId.optional(),
    channel: channel.default('web'),
    origin: named(
      ['staff', 'need', 'idea', 'strategy', 'political', 'cross-sector', 'challenge', 'enquiry'],
      ORIGIN_LABELS,
    ).default('staff'),
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

const toldDecision = z.object({
  label: z.string(),
  on: localDate,
  reason: z.string().optional(),
});

/** Status page of an enquiry's sender: who acts next, whom to contact, and what was promised by when. */
export const enquiryStatus = z
  .object({
    number: z.string(),
    title: z.string(),
    phase: z.string(),
    phaseLabel: z.string(),
    legs: z.array(leg).describe('The six phases: done, skipped, the present one, ahead.'),
    state: z.string(),
    receivedAt: z.string(),
    waitingFor: z.string().nullable(),
    /** After a no: why, what we advise, and whom to ask instead. */
    closing: closing.optional(),
    contact: contactDetails,
    standIn: contactDetails.optional().describe('Who answers while the contact is away.'),
    with: z.object({
      unit: z.string(),
      since: z.string(),
      handler: z.string().nullable().describe('The case handler by name; null until one is named.'),
    }),
    nextStep: toldDecision.nullable().describe('The next step as it was told; null until it is.'),
    decisions: z.array(toldDecision).describe('What is decided and told, oldest first.'),
    promises: z.array(
      z.object({
        label: z.string().describe('The promise as it was made: "Vi tar kontakt med deg".'),
        dueOn: localDate,
        ...promiseView.omit({ text: true }).shape,
        metAt: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'EnquiryStatus' });
