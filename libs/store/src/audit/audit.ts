import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { addEntries } from './audit-writer.js';

export const AUDIT_KINDS = [
  'signedIn',
  'signInFailed',
  'signedOut',
  'sessionsEnded',
  'linkAsked',
  'refused',
  'sensitiveRead',
  'sensitivityChanged',
  'personChanged',
  'roleChanged',
  'unitChanged',
  'absenceChanged',
  'contactChanged',
  'casesMoved',
  'tokenChanged',
  'rulesChanged',
  'backupRestored',
  'personalDataExported',
  'personErased',
  'auditExported',
] as const;

export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface AuditEntry {
  readonly kind: AuditKind;
  /** Who did it; null when nobody was signed in. */
  readonly by: UserId | null;
  readonly subject?: string | undefined;
  readonly caseId?: string | null;
  /** Ids, codes, dates and figures; never names or free text. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes an audit entry. In a transaction of the caller, a rollback removes the entry too. */
export function audit(manager: EntityManager, entry: AuditEntry): Promise<void> {
  return auditAll(manager, [entry]);
}

/** Writes many entries at once, in this order. */
export async function auditAll(manager: EntityManager, entries: readonly AuditEntry[]): Promise<void> {
  await addEntries(
    manager,
    entries.map(({ kind, by, subject = null, caseId = null, detail = {} }) => ({ kind, by, subject, caseId, detail })),
  );
}

interface FailedSignIn {
  /** The sign-in method. */
  readonly method: string;
  /** A code, never a sentence. */
  readonly reason: string;
  /** The person who tried, when known. */
  readonly subject?: string | undefined;
  /** The id of the rejected token. */
  readonly token?: string | undefined;
}

export function auditFailedSignIn(manager: EntityManager, { subject, ...detail }: FailedSignIn): Promise<void> {
  return audit(manager, { kind: 'signInFailed', by: null, subject, detail });
}
