import { z } from 'zod';
import {
  coded,
  HANDOVER_STATE_LABELS,
  MINE_LABELS,
  named,
  PREFILL_SOURCE_LABELS,
  RECEIVER_STATE_LABELS,
} from '../shared/code-labels.js';
import { HANDOVER_STATES, RECEIVER_STATES } from '#domain/model/case.js';
import { documentView } from './document.js';
import { flag, limit, cursor } from '../shared/paging.js';
import { away, handoverPurpose, localDate, person, phase, proofView, unitId } from '../shared/fields.js';

const handoverState = named(HANDOVER_STATES, HANDOVER_STATE_LABELS);

/** `mine`: sent to the caller, by the caller, or in the units that the caller leads. */
export const handoversQuery = z.strictObject({
  open: flag.optional(),
  stuck: flag.optional(),
  fromUnit: unitId.optional(),
  toUnit: unitId.optional(),
  state: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(handoverState).max(HANDOVER_STATES.length))
    .optional()
    .describe('One state or several, with commas between.'),
  mine: coded(MINE_LABELS).optional(),
  sort: z.enum(['age', '-age', 'sentAt', '-sentAt']).optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

const sections = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.object({ none: z.string() })]));

export const receiverView = z
  .object({
    unit: z.string(),
    unitName: z.string(),
    person: z.string(),
    personName: z.string(),
    state: named(RECEIVER_STATES, RECEIVER_STATE_LABELS),
    at: z.string().optional(),
    away: away.optional().describe('The receiver is away today: the sender is told.'),
    gaps: z.array(z.string()).optional(),
    reason: z.string().optional(),
    alternative: z.string().optional(),
    conditions: z.string().optional(),
    hadAccepted: z.boolean().optional(),
  })
  .meta({ id: 'Receiver' });

export const handoverView = z
  .object({
    id: z.string(),
    purpose: handoverPurpose,
    toPhase: phase.optional(),
    from: z.object({ unit: z.string(), unitName: z.string(), person: z.string(), personName: z.string() }),
    receivers: z.array(receiverView),
    state: handoverState,
    draftedAt: z.string(),
    sentAt: z.string().nullable(),
    firstSentAt: z.string().nullable().describe('Of the first round, when it was sent again after it came back.'),
    endedAt: z.string().nullable(),
    ageWorkingDays: z.int(),
    escalated: z.boolean(),
    package: sections.nullable(),
    proof: z.record(z.string(), proofView).optional().describe('By the part of the package that it shows.'),
  })
  .meta({ id: 'Handover' });

export type HandoverView = z.infer<typeof handoverView>;

/** On what conditions somebody took over, or what somebody asked for; whose words they are, and when they were said. */
const saidOfHandover = receiverView.pick({ unit: true, unitName: true, person: true, personName: true }).extend({
  handover: z.string(),
  at: z.string(),
});
export const condition = saidOfHandover.extend({ conditions: z.string() }).meta({ id: 'Condition' });
export const demand = saidOfHandover.extend({ gaps: z.array(z.string()) }).meta({ id: 'Demand' });

/** One handover, with the round before it and the dates of its clock. */
export const handoverDetail = handoverView
  .extend({
    attachments: z
      .array(documentView)
      .describe('What is handed over with it, for readers who see its package; a withdrawn one has no content.'),
    round: z.int().describe('1 the first time it was sent, 2 after it came back, and so on.'),
    previous: z
      .object({
        package: sections.nullable(),
        gaps: z.array(z.string()),
        askedBy: z.array(person).describe('Who sent it back with these gaps.'),
      })
      .nullable(),
    taker: person
      .nullable()
      .describe('Who has the case when all have taken over; null when it stays where it is, or the answers are given.'),
    clock: z
      .object({
        acknowledgeOn: localDate.nullable(),
        remindersOn: z.array(localDate),
        answerOn: localDate.nullable(),
        managersOn: z.array(localDate),
      })
      .nullable()
      .describe('Null until it is sent.'),
  })
  .meta({ id: 'HandoverDetail' });

export type HandoverDetail = z.infer<typeof handoverDetail>;

export const prefillQuery = z.strictObject({ toPhase: phase.optional() });

const prefillRow = z.object({
  label: z.string(),
  on: localDate.optional(),
  who: z.string().optional(),
  unit: z.string().optional(),
  number: z.number().optional(),
  amountNok: z.number().optional(),
});

/** The package of the next handover, with what the case knows filled in. */
export const handoverPrefill = z
  .object({
    toPhase: phase.optional(),
    gaps: z.array(z.string()).describe('What a receiver asked for when the handover came back.'),
    receivers: z
      .array(
        z.object({
          capacity: z.string(),
          label: z.string(),
          choices: z.array(
            receiverView.pick({ unit: true, unitName: true, person: true, personName: true, away: true }),
          ),
        }),
      )
      .describe('Who may take each capacity that has to accept; the first of each is proposed. None for another unit.'),
    parts: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        required: z.boolean(),
        source: coded(PREFILL_SOURCE_LABELS),
        text: z.string().optional(),
        rows: z.array(prefillRow).optional(),
        gap: z.string().optional().describe('The case does not know it: somebody has to write it.'),
      }),
    ),
  })
  .meta({ id: 'HandoverPrefill' });

/** A row of `GET /handovers`. */
export const handoverRow = handoverView
  .omit({ package: true, proof: true })
  .extend({
    collaboration: z.object({ id: z.string(), number: z.string(), title: z.string(), phase: z.string() }),
    open: z.boolean(),
    stuck: z.boolean(),
    gaps: z.array(z.string()),
    cause: z
      .object({ code: z.string(), label: z.string(), since: z.string() })
      .nullable()
      .describe('Why this handover keeps its case stuck.'),
    nextAction: z
      .object({ command: z.string(), body: z.record(z.string(), z.unknown()), label: z.string(), text: z.string() })
      .nullable(),
  })
  .meta({ id: 'HandoverRow' });

export const handoverList = z
  .object({ items: z.array(handoverRow), next: z.string().nullable() })
  .meta({ id: 'HandoverList' });
