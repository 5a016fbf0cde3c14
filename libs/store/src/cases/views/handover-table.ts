import { EntitySchema } from 'typeorm';
import type { Handover, Receiver } from '#domain/model/case.js';
import type { Instant } from '#domain/time.js';
import {
  boolean,
  instantOrNull,
  integer,
  jsonb,
  named,
  primary,
  text,
  textOrNull,
  texts,
  uuid,
} from '../../db/columns.js';

/** View: one handover of a case, from its draft to its end. Another attempt after that is another handover. */
export interface HandoverRow {
  caseId: string;
  id: string;
  /** Index in the case's list of handovers. */
  n: number;
  purpose: Handover['purpose'];
  gate: string | null;
  toPhase: string | null;
  fromUnit: string;
  fromPerson: string;
  state: Handover['state'];
  sentAt: Instant | null;
  /** A deadline about this handover was escalated. */
  escalated: boolean;
  receivers: readonly Receiver[];
  /** Units of the receivers, each once. */
  toUnits: string[];
  /** Not accepted by all yet, and not ended in another way; a draft is open. */
  open: boolean;
  /** From when it keeps the case stuck, or null. May be in the future, so compare with now when reading. */
  stuckAt: Instant | null;
  body: Handover;
}

export const HandoverTable = new EntitySchema<HandoverRow>({
  name: 'handover',
  columns: {
    caseId: primary(named('case_id', uuid)),
    id: primary(text),
    n: integer,
    purpose: text,
    gate: textOrNull,
    toPhase: named('to_phase', textOrNull),
    fromUnit: named('from_unit', text),
    fromPerson: named('from_person', text),
    state: text,
    sentAt: named('sent_at', instantOrNull),
    escalated: boolean,
    receivers: jsonb,
    toUnits: named('to_units', texts),
    open: boolean,
    stuckAt: named('stuck_at', instantOrNull),
    body: jsonb,
  },
  indices: [
    { name: 'handover_stuck', columns: ['stuckAt'], where: 'stuck_at IS NOT NULL' },
    // Indexes that TypeORM cannot express: by time of sending, drafts last, and a GIN index.
    { name: 'handover_sent', columns: ['sentAt'], synchronize: false },
    { name: 'handover_open', columns: ['sentAt'], synchronize: false },
    { name: 'handover_to_units', columns: ['toUnits'], synchronize: false },
  ],
});
