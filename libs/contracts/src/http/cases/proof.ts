import { z } from 'zod';
import { instant, seenBy } from '../shared/fields.js';

/** `GET /collaborations/{id}/proof`. */
export const proofChoices = z
  .object({
    items: z.array(
      z.object({
        proof: z.union([z.strictObject({ document: z.uuid() }), z.strictObject({ message: z.uuid() })]),
        title: z.string(),
        at: instant,
        seenBy,
      }),
    ),
    more: z.boolean().describe('There are older ones, which the lists of documents and messages have.'),
  })
  .meta({ id: 'ProofChoices' });

export type ProofChoices = z.infer<typeof proofChoices>;
