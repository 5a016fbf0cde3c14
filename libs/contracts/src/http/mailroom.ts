import { z } from 'zod';
import { outboxStatus } from './shared/fields.js';
import { cursor, limit } from './shared/paging.js';
import { recipient } from './cases/deadline.js';

export const lettersQuery = z.strictObject({
  collaboration: z.guid().optional(),
  status: outboxStatus.optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

export const letterView = z
  .object({
    id: z.string(),
    collaboration: z.string(),
    about: z.object({ number: z.string(), title: z.string() }).describe('The case.'),
    subject: z.string().describe('What the letter is about.'),
    deadline: z.string().optional(),
    rung: z.string().optional(),
    kind: z.string(),
    to: recipient,
    template: z.string(),
    language: z.string(),
    dueAt: z.string(),
    notBefore: z.string(),
    status: outboxStatus,
    sentAt: z.string().optional(),
  })
  .meta({ id: 'Letter' });

export const letterList = z
  .object({ items: z.array(letterView), next: z.string().nullable() })
  .meta({ id: 'LetterList' });

/** Letters that the demonstration has caught: they were never sent to anybody. Times are wall time. */
const caughtLetter = z.object({ id: z.string(), at: z.string(), to: z.string(), subject: z.string() });

export const mailboxList = z.object({ items: z.array(caughtLetter), next: z.null() }).meta({ id: 'Mailbox' });

export const mailboxLetter = caughtLetter.extend({ from: z.string(), text: z.string() }).meta({ id: 'MailboxLetter' });
