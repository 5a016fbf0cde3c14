import { z } from 'zod';
import { HANDOVER_STATES, RECEIVER_STATES } from '#domain/model/case.js';
import { flag, limit, cursor } from '../shared/paging.js';
import { away, handoverPurpose, phase, unitId } from '../shared/fields.js';

export const handoversQuery = z.strictObject({
  open: flag.optional(),
  stuck: flag.optional(),
  fromUnit: unitId.optional(),
  toUnit: unitId.optional(),
  sort: z.enum(['age', '-age', 'sentAt', '-sentAt']).optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

const sections = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export const receiverView = z
  .object({
    unit: z.string(),
    unitName: z.string(),
    person: z.string(),
    personName: z.string(),
    state: z.enum(RECEIVER_STATES),
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
    state: z.enum(HANDOVER_STATES),
    draftedAt: z.string(),
    sentAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    ageWorkingDays: z.int(),
    escalated: z.boolean(),
    package: sections.nullable(),
  })
  .meta({ id: 'Handover' });

export type HandoverView = z.infer<typeof handoverView>;

/** A row of `GET /handovers`. */
export const handoverRow = handoverView
  .omit({ package: true })
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
