import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { rowsInto, writeRows } from '../../db/write-rows.js';
import { textInsertion } from '../texts/texts.js';
import { EnquiryTable } from './enquiry-table.js';
import type { EnquiryRow } from './enquiry-table.js';

export type { EnquiryRow } from './enquiry-table.js';

/**
 * Saves an enquiry together with the text of its title, which the case refers to.
 * @param titleKey  the key of that text.
 * @param command  the Idempotency-Key of the opening.
 */
export async function saveEnquiry(
  manager: EntityManager,
  enquiry: EnquiryRow,
  { titleKey, command }: { readonly titleKey: string; readonly command: string },
): Promise<void> {
  const title = { field: '/title', body: enquiry.title };
  await writeRows(
    manager,
    rowsInto(EnquiryTable, [enquiry]),
    textInsertion({ caseId: enquiry.id, command }, new Map([[titleKey, title]])),
  );
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
