import type { DataSource, EntityManager } from 'typeorm';
import { NO_ENTRY, macOf, sealOf } from './audit-chain.js';
import { AuditHeadTable } from './audit-head-table.js';
import { allEntries } from './list-audit-entries.js';

export interface VerifiedAuditLog {
  readonly entries: number;
  /** `mac` of the newest entry. Noted elsewhere, it shows later that the log until then is the same. */
  readonly last: string;
  readonly findings: readonly string[];
}

/** More would say nothing new. */
const MAX_FINDINGS = 20;

/** Follows the chain from the first entry to the head, in one snapshot. @param key  as `writeAuditWith`. */
export function verifyAuditLog(dataSource: DataSource, key: Buffer): Promise<VerifiedAuditLog> {
  return dataSource.transaction('REPEATABLE READ', (manager) => followChain(manager, key));
}

async function followChain(manager: EntityManager, key: Buffer): Promise<VerifiedAuditLog> {
  const head = await manager.findOneBy(AuditHeadTable, { one: true });
  const findings: string[] = [];
  let [last, mac, entries] = [0, NO_ENTRY, 0];
  for await (const rows of allEntries(manager, {})) {
    for (const row of rows) {
      const id = Number(row.id);
      entries += 1;
      if (id !== last + 1) findings.push(missing(last + 1, id - 1));
      // After a gap nobody can tell what this entry was linked to; the gap has been told.
      else if (macOf(key, mac, row) !== row.mac) findings.push(`entry ${id} is not the one that was written`);
      [last, mac] = [id, row.mac];
    }
    if (findings.length >= MAX_FINDINGS) break;
  }
  if (findings.length < MAX_FINDINGS) findings.push(...headFindings(head, key, { last, mac }));
  return { entries, last: mac, findings: findings.slice(0, MAX_FINDINGS) };
}

function headFindings(
  head: { readonly entries: string; readonly mac: string; readonly seal: string } | null,
  key: Buffer,
  { last, mac }: { readonly last: number; readonly mac: string },
): string[] {
  if (!head || head.seal !== sealOf(key, head))
    return ['its end is not the one that was written, or of another secret'];
  if (Number(head.entries) > last) return [missing(last + 1, Number(head.entries))];
  return head.mac === mac ? [] : ['its newest entry is not the one that was written'];
}

const missing = (from: number, to: number): string =>
  from === to ? `entry ${from} is missing` : `entries ${from} to ${to} are missing`;
