import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { organisations } from './organisation.js';

/** One who speaks for an organisation, with who they are. */
export interface OrganisationContact {
  /** The spokesperson's id. */
  readonly id: string;
  readonly person: UserId;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** The one case; null for all of the organisation's. */
  readonly caseId: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export interface ContactsPage {
  /** The last one of the page before. */
  readonly after?: { readonly caseOnly: boolean; readonly id: string } | undefined;
  readonly limit: number;
  /** Only those who speak in this case. */
  readonly caseId?: string | undefined;
}

const COLUMNS = `s.id, s.person, p.name, p.email, p.phone, s.case_id AS "caseId", s.from_on::text AS "from", s.to_on::text AS "to"`;
const CONTACTS = 'representative s JOIN person p ON p.id = s.person WHERE s.organisation = $1';
const STANDING = `${CONTACTS} AND p.deactivated_at IS NULL AND (s.to_on IS NULL OR s.to_on >= $2)`;

/** Those who speak for it on the day or later, first those who speak for all of it. */
export async function contactsOf(
  manager: EntityManager,
  organisation: string,
  on: LocalDate,
  { after, limit, caseId }: ContactsPage,
): Promise<readonly OrganisationContact[]> {
  return manager.query<OrganisationContact[]>(
    `SELECT ${COLUMNS} FROM ${STANDING} AND ($3::boolean IS NULL OR (s.case_id IS NOT NULL, s.id::text) > ($3, $4::text))
     AND ($5::uuid IS NULL OR coalesce(s.case_id, $5) = $5)
     ORDER BY s.case_id IS NOT NULL, s.id::text LIMIT $6`,
    [organisation, on, after?.caseOnly ?? null, after?.id ?? null, caseId ?? null, limit],
  );
}

/** Also one who speaks no more. */
export async function contactOf(
  manager: EntityManager,
  organisation: string,
  id: string,
): Promise<OrganisationContact | undefined> {
  const sql = `SELECT ${COLUMNS} FROM ${CONTACTS} AND s.id = $2`;
  const [row] = await manager.query<OrganisationContact[]>(sql, [organisation, id]);
  return row;
}

/** One with that e-mail who speaks already for the same, the case or the whole organisation. */
export async function contactWith(
  manager: EntityManager,
  organisation: string,
  { email, caseId }: { readonly email: string; readonly caseId: string | null },
  on: LocalDate,
): Promise<OrganisationContact | undefined> {
  const [row] = await manager.query<OrganisationContact[]>(
    `SELECT ${COLUMNS} FROM ${STANDING} AND s.from_on <= $2 AND NOT p.staff
     AND lower(p.email) = lower($3) AND s.case_id IS NOT DISTINCT FROM $4::uuid ORDER BY s.id LIMIT 1`,
    [organisation, on, email, caseId],
  );
  return row;
}

/**
 * From now on they speak no more: a day that a right ends on still counts, so the last one is the day before.
 * @returns false when they did not speak any more before either.
 */
export async function endContact(manager: EntityManager, id: string, on: LocalDate): Promise<boolean> {
  const [, ended] = await manager.query<[unknown[], number]>(
    'UPDATE representative SET to_on = $2::date - 1 WHERE id = $1 AND (to_on IS NULL OR to_on >= $2)',
    [id, on],
  );
  return ended > 0;
}

/** Until the end of the transaction nobody else changes this organisation's contacts. False when there is none such. */
export async function holdOrganisation(manager: EntityManager, id: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [id]);
  return rows.length > 0;
}

export const organisationExists = (manager: EntityManager, id: string): Promise<boolean> =>
  manager.existsBy(organisations, { id });
