import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { periodCoversSql } from '../db/period-covers-sql.js';

export interface Addressee {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
}

export interface NewRepresentative {
  readonly contact: { readonly name: string; readonly email: string; readonly phone?: string | undefined };
  readonly organisation: string;
  /** Null: in all cases of the organisation. */
  readonly caseId: string | null;
  readonly from: LocalDate;
  /** Who names the person; absent when the person wrote in. */
  readonly addedBy?: UserId;
  /** The representative of the whole organisation who names the person, and so confirms it. */
  readonly confirmedBy?: UserId | undefined;
}

const ATTEMPTS = 3;

/**
 * Adds a representative of an organisation. An active outside person with the same e-mail is reused and keeps
 * their name; staff with the same e-mail are never reused. Repeats the statement when a concurrent transaction
 * has just inserted the person.
 * @returns the id of the representative row.
 */
export async function addRepresentative(manager: EntityManager, representative: NewRepresentative): Promise<string> {
  const { contact, organisation, caseId, from, addedBy = null, confirmedBy = null } = representative;
  const values = [`kontakt-${randomUUID()}`, contact.name, contact.email, contact.phone ?? null];
  for (let attemptsLeft = ATTEMPTS; attemptsLeft > 0; attemptsLeft -= 1) {
    const [row] = await manager.query<{ id: string }[]>(
      `WITH made AS (
         INSERT INTO person (id, name, email, phone, unit, staff) VALUES ($1, $2, $3, $4, 'ekstern', false)
         ON CONFLICT DO NOTHING RETURNING id
       ), who AS (
         SELECT id FROM made UNION ALL
         SELECT id FROM person WHERE email = $3 AND NOT staff AND deactivated_at IS NULL
       )
       INSERT INTO representative (id, person, organisation, case_id, from_on, added_by, confirmed_by)
       SELECT $5::uuid, id, $6::uuid, $7::uuid, $8::date, $9::text, $10::text FROM who RETURNING id`,
      [...values, randomUUID(), organisation, caseId, from, addedBy, confirmedBy],
    );
    if (row) return row.id;
  }
  throw new Error('an outside person is neither made nor found');
}

/**
 * Selects what a person represents on a day, as `org:<organisation>` or `case:<id>`; a whole organisation only when that is
 * confirmed.
 */
export const representationsSql = (person: string, day: string): string =>
  `SELECT coalesce('case:' || s.case_id, 'org:' || s.organisation) AS token
   FROM representative s
   WHERE s.person = ${person} AND (s.case_id IS NOT NULL OR s.confirmed_by IS NOT NULL) AND ${periodCoversSql('s', day)}`;

/** What a person represents on a day; nothing when they have left. */
export async function representationsOf(
  manager: EntityManager,
  person: UserId,
  on: LocalDate,
): Promise<readonly string[]> {
  const rows = await manager.query<{ token: string }[]>(
    `SELECT DISTINCT token FROM person p, LATERAL (${representationsSql('p.id', '$2::date')}) spoken
     WHERE p.id = $1 AND p.deactivated_at IS NULL ORDER BY token`,
    [person, on],
  );
  return rows.map(({ token }) => token);
}

/** The active outside person with that e-mail who represents somebody on the day. */
export async function findRepresentativeByEmail(
  manager: EntityManager,
  email: string,
  on: LocalDate,
): Promise<Addressee | undefined> {
  const [found] = await manager.query<Addressee[]>(
    `SELECT p.id, p.name, p.email FROM person p
     WHERE p.email = $1 AND NOT p.staff AND p.deactivated_at IS NULL
       AND EXISTS (${representationsSql('p.id', '$2::date')})`,
    [email, on],
  );
  return found;
}

/** An organisation that a person speaks for: in all its cases, or in some. */
export interface RepresentedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly inAllCases: boolean;
}

export const organisationsRepresentedBy = (
  manager: EntityManager,
  person: UserId,
  on: LocalDate,
): Promise<readonly RepresentedOrganisation[]> =>
  manager.query<RepresentedOrganisation[]>(
    `SELECT o.id, o.name, o.number, bool_or(s.case_id IS NULL) AS "inAllCases"
     FROM representative s JOIN organisation o ON o.id = s.organisation
     WHERE s.person = $1 AND (s.case_id IS NOT NULL OR s.confirmed_by IS NOT NULL) AND ${periodCoversSql('s', '$2::date')}
     GROUP BY o.id ORDER BY o.name, o.id`,
    [person, on],
  );
