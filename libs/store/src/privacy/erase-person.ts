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
export type ErasedRowCounts = Readonly<Record<string, number>>;

/** Removes the personal data of a person except in free text (see `redactEnquiries`, `redactTexts`). Idempotent. */
export async function erasePerson(manager: EntityManager, person: UserId, today: LocalDate): Promise<ErasedRowCounts> {
  const erased: Record<string, number> = { person: await erasePersonRow(manager, person) };
  for (const { table, column } of await referencesToPeople(manager)) {
    const rule = ERASURE_RULES[`${table}.${column}`];
    if (rule === undefined) throw new Error(`no rule says what an erasure does to ${table}.${column}`);
    const at = { table: `"${table}"`, column: `"${column}"` };
    if (rule === 'deleted') {
      erased[table] = await runAndCount(manager, `DELETE FROM ${at.table} WHERE ${at.column} = $1`, [person]);
    } else if (rule === 'ended') {
      const open = `${at.column} = $1 AND (to_on IS NULL OR to_on > $2)`;
      erased[table] = await runAndCount(manager, `UPDATE ${at.table} SET to_on = $2 WHERE ${open}`, [person, today]);
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
