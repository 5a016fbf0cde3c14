import { EntitySchema } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { instant, instantOrNull, integer, named, primary, text, uuid } from '../../db/columns.js';

/** View: ownership history of a case (who was accountable, when). Exactly one row per case is open-ended. */
export interface OwnershipRow {
  caseId: string;
  /** Seq of the event that passed the baton. */
  fromSeq: number;
  owner: string;
  unit: string;
  fromAt: Instant;
  toAt: Instant | null;
}

export const OwnershipTable = new EntitySchema<OwnershipRow>({
  name: 'ownership',
  columns: {
    caseId: primary(named('case_id', uuid)),
    fromSeq: primary(named('from_seq', integer)),
    owner: text,
    unit: text,
    fromAt: named('from_at', instant),
    toAt: named('to_at', instantOrNull),
  },
  indices: [
    { name: 'ownership_one_accountable', columns: ['caseId'], unique: true, where: 'to_at IS NULL' },
    { name: 'ownership_owner', columns: ['owner', 'toAt'] },
  ],
});
