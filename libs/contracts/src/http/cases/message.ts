import { z } from 'zod';
import { MESSAGE_SIDES } from '#domain/policy/conversation.js';
import { MESSAGE_SIDE_LABELS, named } from '../shared/code-labels.js';
import { instant, privateText, seenBy } from '../shared/fields.js';
import { writtenBy } from './note.js';

const side = named(MESSAGE_SIDES, MESSAGE_SIDE_LABELS);

/** `POST /collaborations/{id}/messages`. */
export const messageBody = z
  .strictObject({
    text: privateText,
    contact: z.boolean().default(false).describe('A contact with a possible supplier, for the dialogue log; by staff.'),
  })
  .meta({ id: 'MessageInput' });

export type MessageRequest = z.output<typeof messageBody>;

/** `POST /collaborations/{id}/messages/read`. */
export const messagesReadBody = z
  .strictObject({ upTo: z.int().min(1).max(2_147_483_647).describe('The `n` of the last message read.') })
  .meta({ id: 'MessagesReadInput' });

export type MessagesReadRequest = z.output<typeof messagesReadBody>;

export const messageView = z
  .object({
    id: z.uuid(),
    n: z.int().describe('Counts from 1 in the case.'),
    by: writtenBy,
    from: side,
    at: instant,
    text: z.string(),
    seenBy,
    contact: z.boolean(),
    messageId: z.string().describe('The Message-ID (RFC 5322) by which a reply to its mail is known.'),
    readBy: z
      .array(writtenBy.extend({ at: instant }))
      .describe('Others who have said that they read it; for readers from outside those of the municipality.'),
  })
  .meta({ id: 'Message' });

export type MessageView = z.infer<typeof messageView>;

export const messageList = z
  .object({ items: z.array(messageView), next: z.string().nullable() })
  .meta({ id: 'MessageList' });

export const messagesRead = z.object({ unread: z.object({ messages: z.int() }) }).meta({ id: 'MessagesRead' });
