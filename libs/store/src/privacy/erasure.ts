import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { ERASED_NAME } from '#domain/people/erased.js';
import { referencesToPeople } from './personal-rows.js';
import { TABLES, tableName, type ErasureRule } from '../schema.js';

/** By table and column, for every column that refers to a person; a missing one is red in a test. */
export const ERASURE_RULES: Readonly<Record<string, ErasureRule>> = Object.fromEntries(
  TABLES.flatMap((table) =>
    Object.entries(table.onErasure ?? {}).map(([column, rule]) => [`${tableName(table)}.${column}`, rule]),
  ),
);

/** How many rows were changed or deleted, by table. */
export type Erased = Readonly<Record<string, number>>;

/** Removes what the registers hold of a person, words aside; the id stays. A second time changes nothing. */
export async function erasePerson(manager: EntityManager, person: UserId, today: LocalDate): Promise<Erased> {
  const erased: Record<string, number> = { person: await eraseRow(manager, person) };
  for (const { table, column } of await referencesToPeople(manager)) {
    const rule = ERASURE_RULES[`${table}.${column}`];
    if (rule === undefined) throw new Error(`no rule says what an erasure does to ${table}.${column}`);
    const at = { table: `"${table}"`, column: `"${column}"` };
    if (rule === 'deleted') {
      erased[table] = await changed(manager, `DELETE FROM ${at.table} WHERE ${at.column} = $1`, [person]);
    } else if (rule === 'ended') {
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
