import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { enquiries } from './enquiry.js';
import type { EnquiryRow } from './enquiry.js';

export type { EnquiryRow } from './enquiry.js';

/**
 * Takes an enquiry's key within the opening's transaction; a second one with the same key waits here for the first.
 * @returns the enquiry that has the key already, or undefined when this one is the first.
 */
export async function claimEnquiry(manager: EntityManager, row: EnquiryRow): Promise<EnquiryRow | undefined> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(enquiries)
    .values(row)
    .orIgnore()
    .returning('id')
    .execute();
  if ((inserted.raw as readonly unknown[]).length > 0) return undefined;
  return manager.findOneByOrFail(enquiries, { caller: row.caller, key: row.key });
}

export async function enquiriesById(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EnquiryRow>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.findBy(enquiries, { id: In([...ids]) });
  return new Map(rows.map((row) => [row.id, row]));
}

export function enquiryBySecret(manager: EntityManager, secretHash: string): Promise<EnquiryRow | null> {
  return manager.findOneBy(enquiries, { secretHash });
}
