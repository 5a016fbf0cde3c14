import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { EnquiryTable } from './enquiry-table.js';
import type { EnquiryRow } from './enquiry-table.js';

export type { EnquiryRow } from './enquiry-table.js';

/**
 * Inserts the enquiry unless its Idempotency-Key is taken. A concurrent insert with the same key waits for this transaction.
 * @returns the earlier enquiry with the key, or undefined when this one was inserted.
 */
export async function claimEnquiry(manager: EntityManager, row: EnquiryRow): Promise<EnquiryRow | undefined> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(EnquiryTable)
    .values(row)
    .orIgnore()
    .returning('id')
    .execute();
  if ((inserted.raw as readonly unknown[]).length > 0) return undefined;
  return manager.findOneByOrFail(EnquiryTable, { caller: row.caller, key: row.key });
}

export async function enquiriesById(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EnquiryRow>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.findBy(EnquiryTable, { id: In([...ids]) });
  return new Map(rows.map((row) => [row.id, row]));
}

export function enquiryBySecret(manager: EntityManager, secretHash: string): Promise<EnquiryRow | null> {
  return manager.findOneBy(EnquiryTable, { secretHash });
}
