import type { EntityManager } from 'typeorm';
import { subjectHash } from '#platform/session/subject.js';
import { insertMissing } from '#store/db/write-rows.js';
import { identities } from '#store/access/identity.js';
import { demoPeople } from './people.js';

/**
 * Lets every demo user sign in at the embedded issuer, where they are called as here. At another issuer somebody might
 * well be called `admin`, so this is for the embedded one alone.
 */
export async function seedIdentities(manager: EntityManager, secret: string): Promise<void> {
  const rows = demoPeople.map(({ id, staff }) => {
    const issuer = staff ? 'staff' : 'contacts';
    return { issuer, subject: subjectHash(secret, issuer, id), person: id };
  });
  await insertMissing(manager, identities, rows);
}
