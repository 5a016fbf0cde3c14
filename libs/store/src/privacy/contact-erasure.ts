import { ILike, In, type EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { BLANK, type Blanking } from '#domain/privacy/blank-out.js';
import { containing, literal } from '../db/like.js';
import { enquiries } from '../cases/intake/enquiry.js';
import type { EnquiryRow } from '../cases/intake/enquiry.js';
import { persons } from '../people/person.js';
import type { PersonRow } from '../people/person.js';

/** By whom an enquiry may have been sent. */
export interface Sender {
  readonly person?: UserId;
  readonly emails: readonly string[];
  readonly names: readonly string[];
}

/** Enquiries whose contact that is: by e-mail address, or because they speak in that one case and have that name. */
export async function enquiriesOf(manager: EntityManager, { person, emails, names }: Sender): Promise<EnquiryRow[]> {
  const ids = await manager.query<{ id: string }[]>(
    `SELECT e.id FROM enquiry e
     WHERE lower(e.contact_email) IN (SELECT lower(x) FROM unnest($1::text[]) x)
        OR (lower(e.contact_name) IN (SELECT lower(x) FROM unnest($2::text[]) x)
            AND EXISTS (SELECT 1 FROM representative s WHERE s.case_id = e.id AND s.person = $3))`,
    [[...emails], [...names], person ?? null],
  );
  return manager.find(enquiries, { where: { id: In(ids.map(({ id }) => id)) }, order: { receivedAt: 'ASC' } });
}

/** Somebody in the register with that e-mail address, in whatever case. */
export function personWithEmail(manager: EntityManager, email: string): Promise<PersonRow | null> {
  return manager.findOne(persons, { where: { email: ILike(literal(email)) }, order: { staff: 'ASC', id: 'ASC' } });
}

/** A contact who was erased; the status page of the enquiry is closed with it. */
const NOBODY = { contactName: BLANK, contactEmail: null, contactPhone: null, secretHash: null };

/**
 * Takes a person out of all enquiries' words, and out of the contact fields of those that are theirs.
 * @param own  enquiries whose contact the person is.
 * @returns how many enquiries were changed.
 */
export async function blankEnquiries(
  manager: EntityManager,
  blanking: Blanking,
  own: readonly EnquiryRow[],
): Promise<number> {
  const theirs = new Set(own.map(({ id }) => id));
  const others = (await enquiriesNaming(manager, blanking)).filter(({ id }) => !theirs.has(id));
  let changed = 0;
  for (const row of [...own, ...others]) {
    const { id, title, description, contactName, contactPhone } = row;
    const words = { title, description, contactName, contactPhone };
    const after = { ...row, ...blanking.blank(words), ...(theirs.has(id) && NOBODY) };
    if (Object.entries(after).every(([name, value]) => row[name as keyof EnquiryRow] === value)) continue;
    await manager.update(enquiries, { id }, after);
    changed += 1;
  }
  return changed;
}

async function enquiriesNaming(manager: EntityManager, { tokens, digits }: Blanking): Promise<EnquiryRow[]> {
  if (tokens.length + digits.length === 0) return [];
  const words = `concat_ws(' ', e.title, e.description, e.contact_name, e.contact_phone)`;
  return manager
    .createQueryBuilder(enquiries, 'e')
    .where(`normalize(${words}, NFC) ILIKE ANY (:tokens::text[])`, { tokens: tokens.map(containing) })
    .orWhere(`regexp_replace(${words}, '\\D', '', 'g') LIKE ANY (:digits::text[])`, { digits: digits.map(containing) })
    .getMany();
}
