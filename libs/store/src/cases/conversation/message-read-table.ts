import { EntitySchema } from 'typeorm';
import type { MessageSide } from '#domain/policy/conversation.js';
import type { Instant } from '#domain/time.js';
import { instant, integer, named, primary, text, uuid } from '../../db/columns.js';

/** Somebody said that they had read the messages of a case up to one of them. */
export interface MessageReadRow {
  caseId: string;
  person: string;
  /** The `n` of the last message read. */
  upTo: number;
  /** For whom they read. */
  side: MessageSide;
  at: Instant;
}

export const MessageReadTable = new EntitySchema<MessageReadRow>({
  name: 'message_read',
  columns: {
    caseId: primary(named('case_id', uuid)),
    person: primary({ ...text, foreignKey: { target: 'Person', name: 'message_read_person' } }),
    upTo: primary(named('up_to', integer)),
    side: text,
    at: instant,
  },
  checks: [{ name: 'message_read_side', expression: `side IN ('STAFF', 'ENTREPRENEUR')` }],
  indices: [{ name: 'message_read_of_person', columns: ['person'] }],
});
