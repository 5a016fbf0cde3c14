import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/case/case.js';
import type { LocalDate } from '#domain/time.js';
import { referencesToPeople } from './personal-rows.js';
import type { PersonRow } from './tables/person.js';

/** Replaces the name of an erased person. The id stays: it is opaque. */
export const ERASED_NAME = 'Slettet person';

export const isErased = ({ name, deactivatedAt }: Pick<PersonRow, 'name' | 'deactivatedAt'>): boolean =>
  name === ERASED_NAME && deactivatedAt !== null;

/**
 * What erasure does to rows that refer to the person. `deleted`: they concern nobody else. `ended`: the history of who held
 * what stays, under the opaque id. `kept`: they concern somebody or something else.
 */
export type Fate = 'deleted' | 'ended' | 'kept';

/** One rule for every column that refers to a person; a test fails when one is missing. */
export const FATES: Readonly<Record<string, Fate>> = {
  'session.person': 'deleted',
  'identity.person': 'deleted',
  'sign_in_link.person': 'deleted',
  'api_token.person': 'deleted',
  'absence.person': 'deleted',
  'absence.substitute': 'kept',
  'role_grant.person': 'ended',
  'spokesperson.person': 'ended',
  'area.contact': 'kept',
  'area.deputy': 'kept',
  'sensitive_case.marked_by': 'kept',
};

/** How many rows were changed or deleted, by table. */
export type Erased = Readonly<Record<string, number>>;

/** Removes the personal data of a person except in free text (see `redactEnquiries`, `redactTexts`). Idempotent. */
export async function erasePerson(manager: EntityManager, person: UserId, today: LocalDate): Promise<Erased> {
  const erased: Record<string, number> = { person: await erasePersonRow(manager, person) };
  for (const { table, column } of await referencesToPeople(manager)) {
    const rule = FATES[`${table}.${column}`];
    if (rule === undefined) throw new Error(`no erasure rule for ${table}.${column}`);
    const quoted = { table: `"${table}"`, column: `"${column}"` };
    if (rule === 'deleted') {
      erased[table] = await runAndCount(manager, `DELETE FROM ${quoted.table} WHERE ${quoted.column} = $1`, [person]);
    } else if (rule === 'ended') {
      const open = `${quoted.column} = $1 AND (to_on IS NULL OR to_on > $2)`;
      erased[table] = await runAndCount(manager, `UPDATE ${quoted.table} SET to_on = $2 WHERE ${open}`, [
        person,
        today,
      ]);
    }
  }
  return erased;
}

async function erasePersonRow(manager: EntityManager, person: UserId): Promise<number> {
  return runAndCount(
    manager,
    `UPDATE person SET name = $2, email = NULL, phone = NULL, deactivated_at = coalesce(deactivated_at, now()),
            version = version + 1
     WHERE id = $1 AND (name <> $2 OR email IS NOT NULL OR phone IS NOT NULL OR deactivated_at IS NULL)`,
    [person, ERASED_NAME],
  );
}

async function runAndCount(manager: EntityManager, sql: string, values: readonly unknown[]): Promise<number> {
  const [row] = await manager.query<{ rows: number }[]>(
    `WITH done AS (${sql} RETURNING 1) SELECT count(*)::integer AS rows FROM done`,
    [...values],
  );
  return row?.rows ?? 0;
}
