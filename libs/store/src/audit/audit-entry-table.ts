import { EntitySchema } from 'typeorm';

/** Holds ids and codes only, never names or free text. `at` is wall time. */
export interface AuditEntryRow {
  /** Without gaps, in the order in which they were committed. */
  id: string;
  at: Date;
  kind: string;
  /** Who did it; null when nobody was signed in. */
  by: string | null;
  /** Id of the person, unit or other thing that was changed. */
  subject: string | null;
  caseId: string | null;
  detail: Readonly<Record<string, unknown>>;
  /** Keyed hash of this entry and the one before; see `audit-chain.ts`. */
  mac: string;
}

export const AuditEntryTable = new EntitySchema<AuditEntryRow>({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  columns: {
    id: { type: 'bigint', primary: true },
    at: { type: 'timestamptz' },
    kind: { type: 'text' },
    by: { type: 'text', nullable: true },
    subject: { type: 'text', nullable: true },
    caseId: { type: 'uuid', name: 'case_id', nullable: true },
    detail: { type: 'jsonb' },
    mac: { type: 'text' },
  },
  indices: [
    { name: 'audit_entry_at', columns: ['at'] },
    { name: 'audit_entry_by', columns: ['by'] },
    { name: 'audit_entry_subject', columns: ['subject'] },
  ],
});
