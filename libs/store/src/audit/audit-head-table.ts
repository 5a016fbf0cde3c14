import { EntitySchema } from 'typeorm';

/** Where the audit log ends: one row, which `audit-chain.ts` moves on with every entry. */
export interface AuditHeadRow {
  one: boolean;
  /** Number of entries, which is also the id of the newest. */
  entries: string;
  /** Its `mac`. */
  mac: string;
  /** Keyed hash of the two: whoever removes the newest entries cannot write the head that would fit. */
  seal: string;
}

export const AuditHeadTable = new EntitySchema<AuditHeadRow>({
  name: 'AuditHead',
  tableName: 'audit_head',
  columns: {
    one: { type: 'boolean', primary: true, default: true },
    entries: { type: 'bigint' },
    mac: { type: 'text' },
    seal: { type: 'text' },
  },
  checks: [{ name: 'audit_head_one', expression: 'one' }],
});
