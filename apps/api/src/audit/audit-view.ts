import type { AuditEntryView } from '#contracts/http/audit.js';
import type { AuditEntryRow } from '#store/audit/list-audit-entries.js';

/** Current names for the ids in the log, which stores no names itself. */
export interface AuditLabels {
  /** Of people and units, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Of cases, by id. */
  readonly caseNumbers: ReadonlyMap<string, string>;
}

export function auditEntryViewOf(row: AuditEntryRow, { names, caseNumbers }: AuditLabels): AuditEntryView {
  const { id, at, kind, by, subject, caseId, detail } = row;
  return {
    id,
    at: at.toISOString(),
    kind,
    by: by === null ? null : { id: by, name: names.get(by) ?? null },
    subject: subject === null ? null : { id: subject, name: names.get(subject) ?? null },
    collaboration: caseId === null ? null : { id: caseId, number: caseNumbers.get(caseId) ?? null },
    detail,
  };
}
