import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { referencesToPeople } from './personal-rows.js';
import type { PersonRow } from '../people/person.js';

/** The name of everybody who was erased; their id stays, and tells nothing. */
export const ERASED_NAME = 'Slettet person';

/** Somebody who left without being erased has a name of their own. */
export const isErased = ({ name, deactivatedAt }: Pick<PersonRow, 'name' | 'deactivatedAt'>): boolean =>
  name === ERASED_NAME && deactivatedAt !== null;

/**
 * What becomes of rows that refer to somebody who is erased. Deleted: they are about that person alone. Ended: they say who
 * held what when, by an id that tells nothing any more. Kept: they are about somebody or something else.
 */
export type Fate = 'deleted' | 'ended' | 'kept';

/** By table and column, for every column that refers to a person; a missing one is red in a test. */
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

/** Removes what the registers hold of a person, words aside; the id stays. A second time changes nothing. */
export async function erasePerson(manager: EntityManager, person: UserId, today: LocalDate): Promise<Erased> {
  const erased: Record<string, number> = { person: await eraseRow(manager, person) };
  for (const { table, column } of await referencesToPeople(manager)) {
    const fate = FATES[`${table}.${column}`];
    if (fate === undefined) throw new Error(`nobody has said what becomes of ${table}.${column} at an erasure`);
    const at = { table: `"${table}"`, column: `"${column}"` };
    if (fate === 'deleted') {
      erased[table] = await changed(manager, `DELETE FROM ${at.table} WHERE ${at.column} = $1`, [person]);
    } else if (fate === 'ended') {
      const open = `${at.column} = $1 AND (to_on IS NULL OR to_on > $2)`;
      erased[table] = await changed(manager, `UPDATE ${at.table} SET to_on = $2 WHERE ${open}`, [person, today]);
    }
  }
  return erased;
}

async function eraseRow(manager: EntityManager, person: UserId): Promise<number> {
  return changed(
    manager,
    `UPDATE person SET name = $2, email = NULL, phone = NULL, deactivated_at = coalesce(deactivated_at, now()),
            version = version + 1
     WHERE id = $1 AND (name <> $2 OR email IS NOT NULL OR phone IS NOT NULL OR deactivated_at IS NULL)`,
    [person, ERASED_NAME],
  );
}

async function changed(manager: EntityManager, sql: string, values: readonly unknown[]): Promise<number> {
  const [row] = await manager.query<{ rows: number }[]>(
    `WITH done AS (${sql} RETURNING 1) SELECT count(*)::integer AS rows FROM done`,
    [...values],
  );
  return row?.rows ?? 0;
}
