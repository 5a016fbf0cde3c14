import { EntitySchema } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { StuckCauses } from '#domain/stuck/stuck-status.js';
import type { Instant } from '#domain/time.js';
import {
  instant,
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

/** View: a case folded from its events, with a column for everything that lists filter or sort by. */
export interface CollaborationRow {
  id: string;
  number: string;
  version: number;
  phase: Case['phase'];
  state: Case['state'];
  unit: string;
  owner: string;
  deputy: string | null;
  contact: string;
  entrepreneur: string | null;
  organisation: string | null;
  waitingFor: string | null;
  processId: string;
  processVersion: number;
  openedAt: Instant;
  phaseSince: Instant;
  /** From when it counts as stuck, or null. May be in the future (inactivity, domain.md B0 b), so compare with now when reading. */
  stuckAt: Instant | null;
  /** Why it is stuck, or will be; lists compare each cause with now. See domain/stuck/stuck-status.ts. */
  stuckCauses: StuckCauses;
  title: string;
  /** Read tokens; who holds one of them may read the case. See domain/policy/read-access.ts. */
  readers: string[];
  body: Case;
  /** Number of the workflow run that may write; raised by `raiseEpoch`. */
  epoch: number;
  nextDueAt: Instant | null;
}

export const CollaborationTable = new EntitySchema<CollaborationRow>({
  name: 'collaboration',
  columns: {
    id: primary(uuid),
    number: text,
    version: integer,
    phase: text,
    state: text,
    unit: text,
    owner: text,
    deputy: textOrNull,
    contact: text,
    entrepreneur: textOrNull,
    organisation: textOrNull,
    waitingFor: named('waiting_for', textOrNull),
    processId: named('process_id', text),
    processVersion: named('process_version', integer),
    openedAt: named('opened_at', instant),
    phaseSince: named('phase_since', instant),
    stuckAt: named('stuck_at', instantOrNull),
    stuckCauses: named('stuck_causes', jsonb),
    title: text,
    readers: texts,
    body: jsonb,
    epoch: integer,
    nextDueAt: named('next_due_at', instantOrNull),
  },
  indices: [
    { name: 'collaboration_number', columns: ['number'], unique: true },
    { name: 'collaboration_owner', columns: ['owner'] },
    { name: 'collaboration_unit', columns: ['unit'] },
    { name: 'collaboration_organisation', columns: ['organisation'], where: 'organisation IS NOT NULL' },
    { name: 'collaboration_deputy', columns: ['deputy'], where: 'deputy IS NOT NULL' },
    { name: 'collaboration_stuck', columns: ['stuckAt'], where: 'stuck_at IS NOT NULL' },
    { name: 'collaboration_opened', columns: ['openedAt', 'id'] },
    { name: 'collaboration_phase_since', columns: ['phaseSince', 'id'] },
    // Indexes that TypeORM cannot express: GIN, expressions, conditions with a list.
    { name: 'collaboration_open', columns: ['openedAt', 'id'], synchronize: false },
    { name: 'collaboration_due', columns: ['nextDueAt', 'id'], synchronize: false },
    { name: 'collaboration_readers', columns: ['readers'], synchronize: false },
    { name: 'collaboration_words', columns: ['number', 'title'], synchronize: false },
  ],
});
