import { EntitySchema } from 'typeorm';
import type { OwedBy } from '#domain/deadline/debtor-creditor.js';
import type { OutboxStatus } from '#domain/model/outbox-status.js';
import type { Instant } from '#domain/time.js';
import { instant, instantOrNull, integer, jsonb, named, text, textOrNull, primary, uuid } from '../db/columns.js';

/** The outbox: one message per notifying event, or message between people, and recipient slot. */
export interface OutboxMessageRow {
  /** Derived from (case, seq, kind, slot), so that the same event gives the same message. */
  id: string;
  caseId: string;
  /** Of the event; of `messageSent` and `documentShared` the number of the message or version. */
  seq: number;
  /** Type of the event, `messageSent` or `documentShared`. */
  kind: string;
  /** A relation to the case, not a person; `resolveSlot` finds the person when the message is read or sent. */
  slot: string;
  deadline: string | null;
  rung: string | null;
  /** What of the deadline says who owes it; the deadline itself may have ended when the message is read. */
  owedBy: OwedBy | null;
  template: string;
  language: string;
  dueAt: Instant;
  notBefore: Instant;
  status: OutboxStatus;
  sentAt: Instant | null;
}

export const OutboxMessageTable = new EntitySchema<OutboxMessageRow>({
  name: 'outbox_message',
  columns: {
    id: primary(uuid),
    caseId: named('case_id', uuid),
    seq: integer,
    kind: text,
    slot: text,
    deadline: textOrNull,
    rung: textOrNull,
    owedBy: named('owed_by', { ...jsonb, nullable: true }),
    template: text,
    language: { ...text, default: 'nb' },
    dueAt: named('due_at', instant),
    notBefore: named('not_before', instant),
    status: text,
    sentAt: named('sent_at', instantOrNull),
  },
  indices: [
    { name: 'outbox_message_slot', columns: ['caseId', 'seq', 'kind', 'slot'], unique: true },
    { name: 'outbox_message_due', columns: ['dueAt', 'id'] },
    { name: 'outbox_message_waiting', columns: ['notBefore'], where: "status = 'WAITING'" },
  ],
});
