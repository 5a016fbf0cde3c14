import { EventSubscriber } from 'typeorm';
import type { DataSource, EntityManager, EntitySubscriberInterface, QueryRunner } from 'typeorm';
import { rowsInto, writeRows } from '../db/write-rows.js';
import { macOf, sealOf } from './audit-chain.js';
import { AuditEntryTable } from './audit-entry-table.js';
import type { AuditEntryRow } from './audit-entry-table.js';
import { AuditHeadTable } from './audit-head-table.js';

export type NewAuditEntry = Pick<AuditEntryRow, 'kind' | 'by' | 'subject' | 'caseId' | 'detail'>;

const keys = new WeakMap<DataSource, Buffer>();
const waiting = new WeakMap<QueryRunner, NewAuditEntry[]>();

/** @param key  derived from STAFETT_SECRET. Without one a connection cannot write to the audit log. */
export function writeAuditWith(dataSource: DataSource, key: Buffer): void {
  keys.set(dataSource, key);
}

/**
 * Adds entries to the chain: at the end of the caller's transaction, else at once. Only one transaction at a time holds the
 * head of the chain; waiting for it last, and locking nothing afterwards, no two can wait for each other.
 */
export async function addEntries(manager: EntityManager, entries: readonly NewAuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const runner = manager.queryRunner;
  if (!runner?.isTransactionActive) return manager.transaction((within) => addEntries(within, entries));
  const before = waiting.get(runner);
  if (before) before.push(...entries);
  else waiting.set(runner, [...entries]);
}

class AuditWriter implements EntitySubscriberInterface {
  beforeTransactionCommit({ queryRunner }: { readonly queryRunner: QueryRunner }): Promise<void> {
    return writeWaiting(queryRunner);
  }

  /** A savepoint begins: what the outer transaction has to say is not lost when the inner one is undone. */
  beforeTransactionStart({ queryRunner }: { readonly queryRunner: QueryRunner }): Promise<void> {
    return writeWaiting(queryRunner);
  }

  beforeTransactionRollback({ queryRunner }: { readonly queryRunner: QueryRunner }): void {
    waiting.delete(queryRunner);
  }
}
EventSubscriber()(AuditWriter);

export const auditSubscribers = [AuditWriter];

async function writeWaiting(runner: QueryRunner): Promise<void> {
  const entries = waiting.get(runner);
  if (!entries) return;
  waiting.delete(runner);
  const { manager, dataSource } = runner;
  const key = keys.get(dataSource);
  if (!key) throw new Error('this connection has no key for the audit log: see writeAuditWith');
  const [head] = await manager.query<{ entries: string; mac: string; now: Date }[]>(
    'SELECT entries, mac, clock_timestamp() AS now FROM audit_head FOR UPDATE',
  );
  if (!head) throw new Error('the audit log has no head');
  let { mac } = head;
  const rows = entries.map((entry, index): AuditEntryRow => {
    const row = { ...plain(entry), id: String(BigInt(head.entries) + BigInt(index + 1)), at: head.now };
    mac = macOf(key, mac, row);
    return { ...row, mac };
  });
  const newHead = { entries: rows.at(-1)?.id ?? head.entries, mac };
  await writeRows(
    manager,
    rowsInto(AuditEntryTable, rows),
    rowsInto(AuditHeadTable, [{ one: true, ...newHead, seal: sealOf(key, newHead) }], 'update'),
  );
}

/** As it is read back: jsonb keeps no undefined members. */
const plain = (entry: NewAuditEntry): NewAuditEntry => ({
  ...entry,
  detail: JSON.parse(JSON.stringify(entry.detail)) as NewAuditEntry['detail'],
});
