import type { AuditEntryView } from '#contracts/http/audit.js';
import type { Directory } from '#domain/policy/directory.js';
import type { AuditEntryRow } from '#registers/audit-entries.js';

/** The log holds ids only: names are those of today. */
export interface AuditNames {
  readonly directory: Directory;
  readonly numbers: ReadonlyMap<string, string>;
}

export function auditEntryOf(row: AuditEntryRow, names: AuditNames): AuditEntryView {
  const { id, at, kind, by, subject, caseId, detail } = row;
  return {
    id,
    at: at.toISOString(),
    kind,
    by: by === null ? null : named(by, names),
    subject: subject === null ? null : named(subject, names),
    collaboration: caseId === null ? null : { id: caseId, number: names.numbers.get(caseId) ?? null },
    detail,
  };
}

function named(id: string, { directory: { users, units } }: AuditNames): { id: string; name: string | null } {
  return { id, name: [...users, ...units].find((it) => it.id === id)?.name ?? null };
}
