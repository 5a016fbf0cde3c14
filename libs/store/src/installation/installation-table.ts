import { EntitySchema } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { instantOrNull, named, primary, text } from '../db/columns.js';

/** A single row: the installation and the origin of its clock. Until `readyAt` is set, nothing is written or started. */
export interface InstallationRow {
  /** Always true: as the primary key it limits the table to one row. */
  one: boolean;
  id: string;
  originDomain: Instant | null;
  originWall: Instant | null;
  speed: number;
  readyAt: Instant | null;
  /** When a backup was last restored, in domain time: what was due before may have been sent already. */
  restoredAt: Instant | null;
}

export const InstallationTable = new EntitySchema<InstallationRow>({
  name: 'installation',
  columns: {
    one: primary({ type: 'boolean', default: true }),
    id: text,
    originDomain: named('origin_domain', instantOrNull),
    originWall: named('origin_wall', instantOrNull),
    speed: { type: 'double precision', default: 1 },
    readyAt: named('ready_at', instantOrNull),
    restoredAt: named('restored_at', instantOrNull),
  },
  checks: [{ name: 'installation_one', expression: 'one' }],
});
