import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { auditEntries } from './audit-entry.js';

/** What is logged. A kind is a past fact. */
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
  'personalDataExported',
  'personErased',
  'auditExported',
] as const;

export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface AuditEntry {
  readonly kind: AuditKind;
  /** Who did it; null for somebody not signed in. */
  readonly by: UserId | null;
  readonly subject?: string | undefined;
  readonly caseId?: string | null;
  /** Ids, codes, dates and figures; no name and no free text. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Adds a line to the log, in the caller's transaction where there is one: what is undone was not done. */
export async function audit(manager: EntityManager, entry: AuditEntry): Promise<void> {
  const { kind, by, subject = null, caseId = null, detail = {} } = entry;
  await manager.insert(auditEntries, { kind, by, subject, caseId, detail: detail as object });
}

interface Failed {
  /** How they tried to sign in. */
  readonly method: string;
  /** A code. */
  readonly reason: string;
  /** Whom it was about, when that is known. */
  readonly subject?: string | undefined;
  /** The id of the token that was no good. */
  readonly token?: string | undefined;
}

/** Somebody tried to sign in, and it came to nothing. */
export function signInFailed(manager: EntityManager, { subject, ...detail }: Failed): Promise<void> {
  return audit(manager, { kind: 'signInFailed', by: null, subject, detail });
}
