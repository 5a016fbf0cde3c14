import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';

/** A column that refers to a person. */
export interface PersonReference {
  readonly table: string;
  readonly column: string;
}

/**
 * All foreign keys to `person`, read from the database catalogue so that new tables are included. Each has one
 * column, as the primary key of `person` has.
 */
export async function referencesToPeople(manager: EntityManager): Promise<PersonReference[]> {
  return manager.query<PersonReference[]>(
    `SELECT t.relname AS "table", a.attname AS "column"
     FROM pg_constraint c
     JOIN pg_class t ON t.oid = c.conrelid
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = 'public.person'::regclass
     ORDER BY t.relname, a.attname`,
  );
}

/** Names of columns whose values could help to sign in. The export of personal data leaves them out. */
const SECRET_COLUMNS = /hash|secret|token|verifier|challenge|nonce/i;

/** The values of one row, by column name. */
export type PlainRow = Readonly<Record<string, unknown>>;

/** All rows with a foreign key to the person, without secrets, by the `table.column` that refers to the person. */
export async function rowsReferringTo(
  manager: EntityManager,
  person: UserId,
): Promise<Readonly<Record<string, readonly PlainRow[]>>> {
  const found: Record<string, readonly PlainRow[]> = {};
  for (const { table, column } of await referencesToPeople(manager)) {
    const rows = await manager.query<{ row: PlainRow }[]>(
      `SELECT to_jsonb(t) AS row FROM "${table}" t WHERE "${column}" = $1`,
      [person],
    );
    if (rows.length > 0) found[`${table}.${column}`] = rows.map(({ row }) => withoutSecrets(row));
  }
  return found;
}

function withoutSecrets(row: PlainRow): PlainRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !SECRET_COLUMNS.test(name)));
}
