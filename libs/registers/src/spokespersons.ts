import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/case/case.js';
import type { LocalDate } from '#domain/time.js';

export interface NewSpokesperson {
  readonly contact: { readonly name: string; readonly email: string; readonly phone?: string | undefined };
  readonly organisation: string;
  /** The one case; null for all of the organisation's. */
  readonly caseId: string | null;
  readonly from: LocalDate;
}

const TRIES = 3;

/**
 * Lets somebody speak for an organisation from a day on. The active outside person with the same e-mail, compared in
 * lower case, is the same person and keeps their name; a member of staff with it is another person.
 * One statement, and one more only when somebody else has just brought in the same e-mail.
 * @returns the spokesperson's id.
 */
export async function letSpeak(manager: EntityManager, spokesperson: NewSpokesperson): Promise<string> {
  const { contact, organisation, caseId, from } = spokesperson;
  const values = [`kontakt-${randomUUID()}`, contact.name, contact.email, contact.phone ?? null];
  for (let left = TRIES; left > 0; left -= 1) {
    const [row] = await manager.query<{ id: string }[]>(
      `WITH made AS (
         INSERT INTO person (id, name, email, phone, unit, staff) VALUES ($1, $2, $3, $4, 'ekstern', false)
         ON CONFLICT DO NOTHING RETURNING id
       ), who AS (
         SELECT id FROM made UNION ALL
         SELECT id FROM person WHERE lower(email) = lower($3) AND NOT staff AND deactivated_at IS NULL
       )
       INSERT INTO spokesperson (id, person, organisation, case_id, from_on)
       SELECT $5::uuid, id, $6::uuid, $7::uuid, $8::date FROM who RETURNING id`,
      [...values, randomUUID(), organisation, caseId, from],
    );
    if (row) return row.id;
  }
  throw new Error('an outside person is neither made nor found');
}

/** `org:<organisation>` and `case:<id>`: for whom an active person speaks on a day. */
export async function speaksFor(manager: EntityManager, person: UserId, on: LocalDate): Promise<readonly string[]> {
  const rows = await manager.query<{ token: string }[]>(
    `SELECT DISTINCT coalesce('case:' || s.case_id, 'org:' || s.organisation) AS token
     FROM spokesperson s JOIN person p ON p.id = s.person AND p.deactivated_at IS NULL
     WHERE s.person = $1 AND s.from_on <= $2 AND (s.to_on IS NULL OR s.to_on >= $2) ORDER BY token`,
    [person, on],
  );
  return rows.map(({ token }) => token);
}
