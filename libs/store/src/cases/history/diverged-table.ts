import { EntitySchema } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { instant, integer, named, primary, text, textOrNull, uuid } from '../../db/columns.js';

/** An event that could not be recorded because Postgres holds another history; raises an alarm. `at` is wall time. */
export interface DivergedRow {
  caseId: string;
  seq: number;
  seenHash: string;
  /** Null when the event before it is missing. */
  storedHash: string | null;
  at: Instant;
}

export const DivergedTable = new EntitySchema<DivergedRow>({
  name: 'diverged',
  columns: {
    caseId: primary(named('case_id', uuid)),
    seq: primary(integer),
    seenHash: named('seen_hash', text),
    storedHash: named('stored_hash', textOrNull),
    at: { ...instant, default: () => 'now()' },
  },
});
