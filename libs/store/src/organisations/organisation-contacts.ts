import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { cursorIn, cursorSql, orderSql, pageOf } from '../db/page.js';
import type { Page, Paging, SortKey, WithCursor } from '../db/page.js';
import { Where } from '../db/where.js';
import { OrganisationTable } from './organisation-table.js';
import { RepresentativeTable } from './representative-table.js';

/** A representative of an organisation, with the person's name and contact details. */
export interface OrganisationContact {
  /** The id of the representative row, not of the person. */
  readonly id: string;
  readonly person: UserId;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Null: in all cases of the organisation. */
  readonly caseId: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly addedBy: UserId | null;
  /** False for somebody who is named to speak in all cases, until it is confirmed. */
  readonly confirmed: boolean;
}

export interface ListContactsOptions extends Paging {
  /** Only contacts who represent the organisation in this case. */
  readonly caseId?: string | undefined;
}

const COLUMNS = `s.id, s.person, p.name, p.email, p.phone, s.case_id AS "caseId", s.from_on::text AS "from", s.to_on::text AS "to",
  s.added_by AS "addedBy", s.case_id IS NOT NULL OR s.confirmed_by IS NOT NULL AS confirmed`;
const CONTACTS = 'representative s JOIN person p ON p.id = s.person WHERE s.organisation = $1';
const SORTED_BY: readonly SortKey[] = [
  { sql: '(s.case_id IS NOT NULL)', type: 'boolean' },
  { sql: 's.id', type: 'uuid' },
];
const ACTIVE_CONTACTS = `${CONTACTS} AND p.deactivated_at IS NULL AND (s.to_on IS NULL OR s.to_on >= $2)`;

/** Representatives on the day or later; those of all cases before those of a single case. */
export async function listContacts(
  manager: EntityManager,
  organisation: string,
  on: LocalDate,
  { limit, cursor, caseId }: ListContactsOptions,
): Promise<Page<OrganisationContact>> {
  const where = new Where([organisation, on])
    .and('coalesce(s.case_id, $?::uuid) = $?', caseId)
    .after(SORTED_BY, 'ASC', cursor);
  const rows = await manager.query<(OrganisationContact & WithCursor)[]>(
    `SELECT ${COLUMNS}, ${cursorSql(SORTED_BY)} FROM ${ACTIVE_CONTACTS} AND ${where.toString()}
     ${orderSql(SORTED_BY, 'ASC')} LIMIT ${limit + 1}`,
    where.parameters,
  );
  return pageOf(rows, limit, cursorIn);
}

/** Also finds representatives whose period has ended. */
export async function findContact(
  manager: EntityManager,
  organisation: string,
  id: string,
): Promise<OrganisationContact | undefined> {
  const sql = `SELECT ${COLUMNS} FROM ${CONTACTS} AND s.id = $2`;
  const [row] = await manager.query<OrganisationContact[]>(sql, [organisation, id]);
  return row;
}

/** The representative with that e-mail and the same scope (the case, or all cases) on the day. */
export async function findActiveContactByEmail(
  manager: EntityManager,
  organisation: string,
  { email, caseId }: { readonly email: string; readonly caseId: string | null },
  on: LocalDate,
): Promise<OrganisationContact | undefined> {
  const [row] = await manager.query<OrganisationContact[]>(
    `SELECT ${COLUMNS} FROM ${ACTIVE_CONTACTS} AND s.from_on <= $2 AND NOT p.staff
     AND p.email = $3 AND s.case_id IS NOT DISTINCT FROM $4::uuid ORDER BY s.id LIMIT 1`,
    [organisation, on, email, caseId],
  );
  return row;
}

/**
 * Ends a representation as of `on`; `to_on` is inclusive, so the last day is the day before.
 * @returns false when it had already ended.
 */
export async function endContact(manager: EntityManager, id: string, on: LocalDate): Promise<boolean> {
  const [, ended] = await manager.query<[unknown[], number]>(
    'UPDATE representative SET to_on = $2::date - 1 WHERE id = $1 AND (to_on IS NULL OR to_on >= $2)',
    [id, on],
  );
  return ended > 0;
}

/** Whether somebody speaks for the whole organisation on the day. */
export async function hasSpeaker(manager: EntityManager, organisation: string, on: LocalDate): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM ${ACTIVE_CONTACTS} AND s.from_on <= $2 AND s.case_id IS NULL AND s.confirmed_by IS NOT NULL LIMIT 1`,
    [organisation, on],
  );
  return rows.length > 0;
}

export async function confirmContact(manager: EntityManager, id: string, by: UserId): Promise<void> {
  await manager.update(RepresentativeTable, { id }, { confirmedBy: by });
}

/** Locks the organisation's contacts until the transaction ends. @returns false when there is no such organisation. */
export async function lockOrganisation(manager: EntityManager, id: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [id]);
  return rows.length > 0;
}

export const organisationExists = (manager: EntityManager, id: string): Promise<boolean> =>
  manager.existsBy(OrganisationTable, { id });
