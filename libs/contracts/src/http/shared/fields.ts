import { z } from 'zod';
import { ROLES } from '#domain/policy/roles.js';
import { CASE_STATES, HANDOVER_PURPOSES } from '#domain/model/case.js';
import { ANSWERS, MANAGER_ACTS } from '#domain/model/asked.js';
import { QUESTION_KINDS } from '#domain/process/question-kinds.js';
import { VISIBILITIES } from '#domain/policy/conversation.js';
import { OUTBOX_STATUSES } from '#domain/model/outbox-status.js';
import { DECISION_LABELS } from '#domain/model/words/event-words.js';
import * as labels from './code-labels.js';
import { coded, named } from './code-labels.js';
import { ROLE_LABELS } from './register-labels.js';
import { canonicalEmail } from './email-address.js';
import { ONE_LINE, toOneLine, toSearchText } from './one-line.js';
import { isOrganisationNumber, toOrganisationNumber } from './organisation-number.js';
import { DECISIONS, GATE_IDS, PARTIES, PHASES } from '#domain/process/process-document.js';

/** Fields that several bodies and views share. */

/** Free text by a person. `extractTexts` replaces it by a key, so that it is never stored in Temporal. */
export const privateText = z.string().min(1).max(4000).regex(/\S/, 'must not be blank').meta({ 'x-private': true });

export const localDate = z.iso.date().meta({ description: 'A date that exists, in Europe/Oslo.' });

export const instant = z.iso.datetime({ offset: true });

export const userId = z.string().min(1).max(100);

export const unitId = z.string().min(1).max(100);

export const caseId = z.uuid();

export const email = z
  .string()
  .max(254)
  .refine((text) => canonicalEmail(text) !== undefined, 'must be an e-mail address')
  .overwrite((text) => canonicalEmail(text) ?? text)
  .meta({ format: 'idn-email', description: 'Kept in its canonical form: lower case, the domain in ASCII (IDNA).' });

export const phase = named(PHASES, labels.PHASE_LABELS);
export const caseState = named(CASE_STATES, labels.CASE_STATE_LABELS);
export const party = named(PARTIES, labels.PARTY_LABELS);
export const decision = named(DECISIONS, DECISION_LABELS);
export const channel = named(['web', 'phone', 'email', 'event', 'referral'], labels.CHANNEL_LABELS);
export const gateId = named(GATE_IDS, labels.GATE_LABELS);
export const handoverPurpose = named(HANDOVER_PURPOSES, labels.HANDOVER_PURPOSE_LABELS);
export const questionKind = named(QUESTION_KINDS, labels.QUESTION_KIND_LABELS);
export const managerAct = named(MANAGER_ACTS, labels.MANAGER_ACT_LABELS);
export const answer = named(ANSWERS, labels.ANSWER_LABELS);
export const outboxStatus = named(OUTBOX_STATUSES, labels.OUTBOX_STATUS_LABELS);

/** An employee of the municipality, as shown to users. */
export const person = z.object({ id: userId, name: z.string(), unit: unitId }).meta({ id: 'Person' });

/** An absence. `until` is null when the return date is unknown, `standIn` when nobody substitutes. */
export const away = z.object({ until: localDate.nullable(), standIn: person.nullable() }).meta({ id: 'Away' });

export const personWithAbsence = person.extend({ away: away.optional() }).meta({ id: 'PersonNow' });

/** How a case ended, for the entrepreneur too: why, what is advised, and whom to ask instead. */
export const closing = z
  .object({ reason: z.string().optional(), advice: z.string().optional(), referredTo: z.string().optional() })
  .meta({ id: 'Closing' });

export const phone = z
  .string()
  .overwrite(toOneLine)
  .regex(/^\+?[0-9][0-9 ()-]{2,29}$/, 'must be a telephone number');

/**
 * The name of a person, a unit, an organisation or a case, as people read it: one line. Text comes in its normal form.
 * Characters that turn the direction of writing are refused, because they make a name look like another one.
 */
export const displayName = z
  .string()
  .overwrite(toOneLine)
  .min(1)
  .max(200)
  .regex(ONE_LINE, 'must be one line of text, without control characters');

/** What is looked for in names, in the form that they have. */
export const searchText = z.string().overwrite(toSearchText).min(1).max(200);

export const organisationNumber = z
  .string()
  .max(40)
  .overwrite(toOrganisationNumber)
  .refine(isOrganisationNumber, 'must be nine digits, the last one being the right check digit')
  .meta({
    examples: ['310400017', 'NO 310 400 017 MVA'],
    pattern: String.raw`^ *(?:[Nn][Oo] ?)?\d(?:[ .-]?\d){8} ?(?:[Mm][Vv][Aa])? *$`,
  });

/** The id of a new person or unit, when the caller chooses it. */
export const newId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be 1-100 letters a-z, digits, dots, hyphens or underscores');

export const role = named(ROLES, ROLE_LABELS);

/** Who sees a row that people have written. */
export const visibility = named(VISIBILITIES, labels.VISIBILITY_LABELS);
export const seenBy = coded(labels.SEEN_BY_LABELS);

/** What shows that something is so: documents and messages of the case, which the caller sees. */
export const proof = z
  .array(z.union([z.strictObject({ document: z.uuid() }), z.strictObject({ message: z.uuid() })]))
  .min(1)
  .max(10);

/** Proof as it is shown: what the reader does not see of it is left out. */
export const proofView = z
  .array(
    z.object({
      document: z.uuid().optional(),
      message: z.uuid().optional(),
      title: z.string(),
      seenBy,
      withdrawn: z.boolean().describe('Its content is served no more.'),
    }),
  )
  .meta({ id: 'Proof' });

export type ProofView = z.infer<typeof proofView>;

/** Asks what would be done, and does nothing. */
export const dryRun = z.boolean().default(false);

/** For `refine` on the body of a change, with `NO_CHANGE` as its message. */
export const hasAnyField = (body: object): boolean => Object.values(body).some((value) => value !== undefined);

export const NO_CHANGE = 'must change at least one field';
