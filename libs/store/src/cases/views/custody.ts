import { EntitySchema } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { instant, instantOrNull, integer, named, primary, text, uuid } from '../../db/columns.js';

/** View: who was accountable for a case, and when. Exactly one row a case is open-ended, at every moment. */
export interface CustodyRow {
  caseId: string;
  /** Seq of the event that gave the baton. */
  fromSeq: number;
  owner: string;
  unit: string;
  fromAt: Instant;
  toAt: Instant | null;
}

export const CustodyTable = new EntitySchema<CustodyRow>({
  name: 'ownership',
  columns: {
    caseId: primary(named('case_id', uuid)),
    fromSeq: primary(named('from_seq', integer)),
    owner: text,
    unit: text,
    fromAt: named('from_at', instant),
    toAt: named('to_at', instantOrNull),
  },
  indices: [{ name: 'ownership_one_accountable', columns: ['caseId'], unique: true, where: 'to_at IS NULL' }],
});
