import type { DataSource } from 'typeorm';

export interface Audited {
  readonly by: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The audit log's lines of a kind about somebody, oldest first. */
export async function auditOf(dataSource: DataSource, kind: string, subject?: string): Promise<Audited[]> {
  return dataSource.query<Audited[]>(
    `SELECT by, detail FROM audit_entry WHERE kind = $1 AND ($2::text IS NULL OR subject = $2) ORDER BY id`,
    [kind, subject ?? null],
  );
}
