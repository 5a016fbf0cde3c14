import { EntitySchema } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { instant, integer, primary, text } from '../db/columns.js';

/** When a helper workflow last reached Postgres, in wall time. */
export interface HeartbeatRow {
  name: string;
  at: Instant;
  /** Which workflow, and its last beat that was the next one. */
  chain: string;
  beat: number;
  /** True since a beat that was not the next one, until all workflows follow Postgres. */
  following: boolean;
}

export const HeartbeatTable = new EntitySchema<HeartbeatRow>({
  name: 'heartbeat',
  columns: {
    name: primary(text),
    at: instant,
    chain: text,
    beat: integer,
    following: { type: 'boolean', default: false },
  },
});
