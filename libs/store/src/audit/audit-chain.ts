import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { AuditEntryRow } from './audit-entry-table.js';
import type { AuditHeadRow } from './audit-head-table.js';

/**
 * The audit log is a chain: each entry has a keyed hash (`mac`) of its content and of the entry before, and the head has one
 * of how many there are. The key is derived from STAFETT_SECRET and is not in the database: whoever may write there, its
 * owner too, can change, add and remove rows, but not so that the chain fits.
 */
export const NO_ENTRY = '';

type Content = Pick<AuditEntryRow, 'id' | 'at' | 'kind' | 'by' | 'subject' | 'caseId' | 'detail'>;

export function macOf(key: Buffer, before: string, { id, at, kind, by, subject, caseId, detail }: Content): string {
  const content = { id, at: at.toISOString(), kind, by, subject, caseId, detail };
  return keyedHash(key, 'entry', before, canonicalize(content) ?? '');
}

export const sealOf = (key: Buffer, { entries, mac }: Pick<AuditHeadRow, 'entries' | 'mac'>): string =>
  keyedHash(key, 'head', entries, mac);

const keyedHash = (key: Buffer, ...parts: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
