import { z } from 'zod';
import { answer, localDate, proofView, questionKind, unitId, userId } from '../shared/fields.js';

const asked = z.object({
  unit: unitId,
  unitName: z.string(),
  person: userId.optional(),
  personName: z.string().optional(),
});

/** A question to a unit, or to one person in it. Only the municipality sees it. */
export const questionView = asked
  .extend({
    id: z.string(),
    kind: questionKind,
    question: z.string(),
    answerBy: localDate,
    askedAt: z.string(),
    askedBy: z.object({ id: userId, name: z.string(), unit: unitId }),
    redirected: z
      .object({ from: asked, reason: z.string() })
      .optional()
      .describe('Whom it was put to first, and why that unit passed it on.'),
    answer: z
      .object({
        answer,
        at: z.string(),
        by: z.object({ id: userId, name: z.string() }).nullable(),
        conditions: z.string().optional(),
        text: z.string().optional(),
        proof: proofView.optional(),
      })
      .optional(),
    mine: z.boolean().describe('It is for the reader to answer, and unanswered.'),
  })
  .meta({ id: 'Question' });

export type QuestionView = z.infer<typeof questionView>;
