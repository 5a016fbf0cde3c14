import { In, type EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { REDACTED, type PersonRedactor } from '#domain/privacy/redact.js';
import { likeContaining } from '../db/like.js';
import { EnquiryTable } from '../cases/intake/enquiry-table.js';
import type { EnquiryRow } from '../cases/intake/enquiry-table.js';
import { PersonTable } from '../people/person-table.js';
import type { PersonRow } from '../people/person-table.js';

/** What identifies the sender of an enquiry. */
export interface EnquirySender {
  readonly person?: UserId;
  readonly emails: readonly string[];
  readonly names: readonly string[];
}

/** Enquiries whose contact has the e-mail address, or has the name and represents the organisation in that case. */
export async function enquiriesSentBy(
  manager: EntityManager,
  { person, emails, names }: EnquirySender,
): Promise<EnquiryRow[]> {
  const ids = await manager.query<{ id: string }[]>(
    `SELECT e.id FROM enquiry e
     WHERE e.contact_email = ANY ($1::text[])
        OR (lower(e.contact_name) IN (SELECT lower(x) FROM unnest($2::text[]) x)
            AND EXISTS (SELECT 1 FROM representative s WHERE s.case_id = e.id AND s.person = $3))`,
    [[...emails], [...names], person ?? null],
  );
  return manager.find(EnquiryTable, { where: { id: In(ids.map(({ id }) => id)) }, order: { receivedAt: 'ASC' } });
}

/** @param email  in canonical form. Prefers people outside the municipality. */
export function personWithEmail(manager: EntityManager, email: string): Promise<PersonRow | null> {
  return manager.findOne(PersonTable, {
    where: { email },
    order: { staff: 'ASC', id: 'ASC' },
  });
}

/** Without the secret, the public status page of the enquiry is closed too. */
const ERASED_CONTACT = { contactName: REDACTED, contactEmail: null, contactPhone: null, secretHash: null };

/**
 * Redacts a person in the text of all enquiries, and empties the contact fields of the person's own enquiries.
 * @param own  enquiries whose contact is the person.
 * @returns how many enquiries changed.
 */
export async function redactEnquiries(
  manager: EntityManager,
  redaction: PersonRedactor,
  own: readonly EnquiryRow[],
): Promise<number> {
  const ownIds = new Set(own.map(({ id }) => id));
  const others = (await enquiriesContaining(manager, redaction)).filter(({ id }) => !ownIds.has(id));
  let changed = 0;
  for (const row of [...own, ...others]) {
    const { id, title, description, contactName, contactPhone } = row;
    const texts = { title, description, contactName, contactPhone };
    const after = { ...row, ...redaction.redact(texts), ...(ownIds.has(id) && ERASED_CONTACT) };
    if (Object.entries(after).every(([name, value]) => row[name as keyof EnquiryRow] === value)) continue;
    await manager.update(EnquiryTable, { id }, after);
    changed += 1;
  }
  return changed;
}

async function enquiriesContaining(
  manager: EntityManager,
  { searchTokens, searchDigits }: PersonRedactor,
): Promise<EnquiryRow[]> {
  if (searchTokens.length + searchDigits.length === 0) return [];
  const searched = `concat_ws(' ', e.title, e.description, e.contact_name, e.contact_phone)`;
  return manager
    .createQueryBuilder(EnquiryTable, 'e')
    .where(`normalize(${searched}, NFC) ILIKE ANY (:tokens::text[])`, { tokens: searchTokens.map(likeContaining) })
    .orWhere(`regexp_replace(${searched}, '\\D', '', 'g') LIKE ANY (:digits::text[])`, {
      digits: searchDigits.map(likeContaining),
    })
    .getMany();
}
