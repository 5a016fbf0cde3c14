import { z } from 'zod';
import { MEETING_STATES } from '#domain/model/meetings.js';
import { STEP_STATES } from '#domain/model/promise.js';
import { coded, MEETING_PARTY_LABELS, MEETING_STATE_LABELS, named, STEP_STATE_LABELS } from '../shared/code-labels.js';
import { localDate, privateText, unitId, userId } from '../shared/fields.js';

/** Somebody with an account, a unit, or the entrepreneur. */
const meetingRef = z
  .union([
    z.strictObject({ person: userId }),
    z.strictObject({ unit: unitId }),
    z.strictObject({ entrepreneur: z.literal(true) }),
  ])
  .meta({ id: 'MeetingRef' });

const template = z.string().min(1).max(60).describe('One of `meetings` in the process document.');

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, such as 09:30')
  .describe('Local time in Europe/Oslo.');

const agenda = z
  .array(z.string().min(1).max(400).regex(/\S/, 'must not be blank'))
  .min(1)
  .max(20)
  .meta({ 'x-private': true });

const meetingId = z.string().min(1).max(60);

/** Bodies of the commands about meetings, and about what is agreed in them. */
export const meetingBodies = {
  planMeeting: {
    template,
    on: localDate,
    at: timeOfDay,
    place: privateText.optional(),
    participants: z.array(meetingRef).max(50).optional(),
    agenda: agenda.optional(),
  },
  moveMeeting: { meeting: meetingId, on: localDate, at: timeOfDay, reason: privateText },
  cancelMeeting: { meeting: meetingId, reason: privateText },
  holdMeeting: {
    meeting: meetingId.optional().describe('The planned meeting; of one that nobody planned `template` says the kind.'),
    template: template.optional(),
    on: localDate,
    present: z.array(meetingRef).min(1).max(50),
    summary: privateText.optional(),
    nextSteps: z
      .array(z.strictObject({ what: privateText, owner: meetingRef, by: localDate }))
      .max(20)
      .default([])
      .describe('What was agreed: who does what by when. Each is owed by its owner.'),
  },
  correctMeeting: {
    meeting: meetingId,
    on: localDate.optional(),
    present: z.array(meetingRef).min(1).max(50).optional(),
    summary: privateText.optional(),
    reason: privateText.describe('Why it is corrected; both sides read it.'),
  },
  completeNextStep: { step: meetingId, note: privateText.optional() },
  withdrawNextStep: { step: meetingId, reason: privateText.describe('Why it was not agreed; both sides read it.') },
} as const;

/** Who took part or owes a step; the entrepreneur has no `id`. */
const meetingParty = z
  .object({ kind: coded(MEETING_PARTY_LABELS), id: z.string().optional(), name: z.string() })
  .meta({ id: 'MeetingParty' });

const by = z.object({ id: userId, name: z.string() }).nullable();

const atTime = z.object({ on: localDate, at: z.string() });

/** Whether what was agreed is kept, moved or not kept; `dueOn` is its day now, and `by` the day that was agreed. */
const agreedStep = z
  .object({
    id: z.string(),
    what: z.string(),
    owner: meetingParty,
    by: localDate,
    dueOn: localDate,
    state: named(STEP_STATES, STEP_STATE_LABELS),
    deadline: z.string().describe('The debt: `extend` moves it.'),
    done: z.object({ at: z.string(), by, note: z.string().optional() }).optional(),
    withdrawn: z.object({ at: z.string(), by, reason: z.string() }).optional(),
    mine: z.boolean().describe('It is for the reader to do, and not done.'),
  })
  .meta({ id: 'AgreedStep' });

const minutes = z.object({ on: localDate, present: z.array(meetingParty), summary: z.string().optional() });

/** A meeting with the entrepreneur; both sides see all of it. */
export const meetingView = z
  .object({
    id: z.string(),
    template: z.string(),
    label: z.string(),
    state: named(MEETING_STATES, MEETING_STATE_LABELS),
    on: localDate,
    at: z.string().optional(),
    place: z.string().optional(),
    participants: z.array(meetingParty),
    agenda: z.array(z.string()),
    planner: by,
    moved: z.array(z.object({ from: atTime, to: atTime, reason: z.string(), by })),
    cancelled: z.object({ at: z.string(), by, reason: z.string() }).optional(),
    held: minutes.extend({ at: z.string(), by }).optional(),
    corrected: z
      .array(z.object({ at: z.string(), by, reason: z.string(), before: minutes }))
      .optional()
      .describe('What was said of it before, oldest first.'),
    nextSteps: z.array(agreedStep),
  })
  .meta({ id: 'Meeting' });

export type MeetingView = z.infer<typeof meetingView>;
