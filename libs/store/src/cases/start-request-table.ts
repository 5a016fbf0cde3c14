import { EntitySchema } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { instant, instantOrNull, named, primary, uuid } from '../db/columns.js';

/** An opened case whose workflow the worker's relay is to start. Its times are wall time. */
export interface StartRequestRow {
  caseId: string;
  requestedAt: Instant;
  startedAt: Instant | null;
}

export const StartRequestTable = new EntitySchema<StartRequestRow>({
  name: 'start_request',
  columns: {
    caseId: primary(named('case_id', uuid)),
    requestedAt: named('requested_at', { ...instant, default: () => 'now()' }),
    startedAt: named('started_at', instantOrNull),
  },
  indices: [{ name: 'start_request_waiting', columns: ['requestedAt'], where: 'started_at IS NULL' }],
});
