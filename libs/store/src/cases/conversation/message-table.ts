import { EntitySchema } from 'typeorm';
import type { MessageSide } from '#domain/policy/conversation.js';
import type { Instant } from '#domain/time.js';
import { boolean, instant, integer, named, primary, text, uuid } from '../../db/columns.js';

/** A message between the municipality and the entrepreneur: each case has one thread. Stored only here. */
export interface MessageRow {
  caseId: string;
  /** Counts from 1 in each case. */
  n: number;
  id: string;
  from: MessageSide;
  by: string;
  at: Instant;
  body: string;
  /** The Message-ID (RFC 5322) of the mail that tells of it, by which a reply is known. */
  messageId: string;
  /** A contact with a possible supplier, for the dialogue log. */
  contact: boolean;
}

export const MessageTable = new EntitySchema<MessageRow>({
  name: 'message',
  columns: {
    caseId: primary(named('case_id', uuid)),
    n: primary(integer),
    id: uuid,
    from: named('from_side', text),
    by: { ...text, foreignKey: { target: 'Person', name: 'message_by' } },
    at: instant,
    body: text,
    messageId: named('message_id', text),
    contact: boolean,
  },
  checks: [{ name: 'message_from_side', expression: `from_side IN ('STAFF', 'ENTREPRENEUR')` }],
  indices: [
    { name: 'message_of_id', columns: ['id'], unique: true },
    { name: 'message_mail', columns: ['messageId'], unique: true },
    { name: 'message_of_writer', columns: ['by'] },
  ],
});
