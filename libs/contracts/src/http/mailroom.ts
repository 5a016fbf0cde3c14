import { z } from 'zod';
import { OUTBOX_STATUSES } from '#domain/model/outbox-status.js';
import { limit, cursor } from './shared/paging.js';
import { recipient } from './cases/deadline.js';

export const lettersQuery = z.strictObject({
  collaboration: z.guid().optional(),
  status: z.enum(OUTBOX_STATUSES).optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

export const letterView = z
  .object({
    id: z.string(),
    collaboration: z.string(),
    deadline: z.string().optional(),
    rung: z.string().optional(),
    kind: z.string(),
    to: recipient,
    template: z.string(),
    language: z.string(),
    dueAt: z.string(),
    notBefore: z.string(),
    status: z.enum(OUTBOX_STATUSES),
    sentAt: z.string().optional(),
  })
  .meta({ id: 'Letter' });

export const letterList = z
  .object({ items: z.array(letterView), next: z.string().nullable() })
  .meta({ id: 'LetterList' });
