import { EntitySchema } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { instant, primary, text } from '../db/columns.js';

/** When a helper workflow last reached Postgres, in wall time. */
export interface HeartbeatRow {
  name: string;
  at: Instant;
}

export const HeartbeatTable = new EntitySchema<HeartbeatRow>({
  name: 'heartbeat',
  columns: { name: primary(text), at: instant },
});
