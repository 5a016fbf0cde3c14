import { z } from 'zod';
import { INFORMATION_STATES } from '#domain/model/information.js';
import { INFORMATION_STATE_LABELS, named } from '../shared/code-labels.js';
import { instant, localDate, proofView, userId } from '../shared/fields.js';

const doer = z.object({ id: userId, name: z.string() }).nullable();

/** What the entrepreneur is asked to send. Both sides see it. */
export const informationView = z
  .object({
    id: z.string(),
    askedAt: instant,
    askedBy: doer,
    dueOn: localDate.optional().describe('While she is to send something: until when.'),
    items: z.array(
      z.object({
        item: z.int().describe('Counts from 1.'),
        what: z.string(),
        state: named(INFORMATION_STATES, INFORMATION_STATE_LABELS),
        missing: z.string().optional().describe('What was missing when it was last sent back.'),
        given: z
          .array(z.object({ at: instant, by: doer, text: z.string().optional(), proof: proofView.optional() }))
          .describe('Oldest first.'),
      }),
    ),
    withdrawn: z.object({ at: instant, by: doer, reason: z.string() }).optional(),
    open: z.boolean().describe('Something is still to be sent or to be looked at.'),
  })
  .meta({ id: 'InformationRequest' });

export type InformationView = z.infer<typeof informationView>;
