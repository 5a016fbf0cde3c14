import type { EntityManager } from 'typeorm';
import { subjectHash } from '#platform/session/subject-hash.js';
import { insertMissing } from '#store/db/write-rows.js';
import { IdentityTable } from '#store/access/identity-table.js';
import { demoPeople } from './municipality.js';

/**
 * Lets every demo user sign in at the embedded issuer, which uses the user id as subject. Only for the embedded issuer:
 * at another one, a real person could have the subject `admin`.
 */
export async function seedIdentities(manager: EntityManager, secret: string): Promise<void> {
  const rows = demoPeople.map(({ id, staff }) => {
    const issuer = staff ? 'staff' : 'contacts';
    return { issuer, subject: subjectHash(secret, issuer, id), person: id };
  });
  await insertMissing(manager, IdentityTable, rows);
}
