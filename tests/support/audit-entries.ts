import type { DataSource } from 'typeorm';

export interface StoredAuditEntry {
  readonly by: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Audit entries of one kind, oldest first; with `subject` only those about that person. */
export async function auditEntriesOf(
  dataSource: DataSource,
  kind: string,
  subject?: string,
): Promise<StoredAuditEntry[]> {
  return dataSource.query<StoredAuditEntry[]>(
    `SELECT by, detail FROM audit_entry WHERE kind = $1 AND ($2::text IS NULL OR subject = $2) ORDER BY id`,
    [kind, subject ?? null],
  );
}
