import { z } from 'zod';
import { APPROVAL_KIND_LABELS, named } from '../shared/code-labels.js';
import { APPROVAL_KINDS } from '#domain/model/asked.js';
import { localDate, unitId, userId } from '../shared/fields.js';

const personName = z.object({ id: userId, name: z.string() });

/** What somebody was asked to approve. The entrepreneur sees only what she asks for herself: more time. */
export const approvalView = z
  .object({
    id: z.string(),
    kind: named(APPROVAL_KINDS, APPROVAL_KIND_LABELS),
    resumeOn: localDate.optional().describe('Of a pause: the day on which the case is resumed.'),
    deadline: z.string().optional().describe('Of a new date: the id of the deadline.'),
    until: localDate.optional().describe('Of a new date: the date.'),
    reason: z.string(),
    askedAt: z.string(),
    askedBy: personName.nullable(),
    approver: z.object({ unit: unitId, unitName: z.string(), role: z.string(), person: personName.optional() }),
    answer: z.object({ yes: z.boolean(), reason: z.string(), at: z.string(), by: personName.nullable() }).optional(),
    lapsedAt: z.string().optional().describe('What it was about is done or no longer owed.'),
    mine: z.boolean().describe('It is for the reader to answer, and unanswered.'),
  })
  .meta({ id: 'Approval' });

export type ApprovalView = z.infer<typeof approvalView>;
