import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';

/** A column that refers to a person. */
export interface Reference {
  readonly table: string;
  readonly column: string;
}

/** Every column that refers to a person, as the database itself knows it: a new table is not forgotten. */
export async function referencesToPeople(manager: EntityManager): Promise<Reference[]> {
  return manager.query<Reference[]>(
    `SELECT t.relname AS "table", a.attname AS "column"
     FROM pg_constraint c
     JOIN pg_class t ON t.oid = c.conrelid
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = 'public.person'::regclass
     ORDER BY t.relname, a.attname`,
  );
}

/** What would let somebody in is shown to nobody. */
const KEY_TO_THE_DOOR = /hash|secret|token|verifier|challenge|nonce/i;

/** A row as the database has it. */
export type PlainRow = Readonly<Record<string, unknown>>;

/** The rows of all registers that refer to a person, by table and column. */
export async function rowsAbout(
  manager: EntityManager,
  person: UserId,
): Promise<Readonly<Record<string, readonly PlainRow[]>>> {
  const found: Record<string, readonly PlainRow[]> = {};
  for (const { table, column } of await referencesToPeople(manager)) {
    const rows = await manager.query<{ row: PlainRow }[]>(
      `SELECT to_jsonb(t) AS row FROM "${table}" t WHERE "${column}" = $1`,
      [person],
    );
    if (rows.length > 0) found[`${table}.${column}`] = rows.map(({ row }) => shown(row));
  }
  return found;
}

function shown(row: PlainRow): PlainRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !KEY_TO_THE_DOOR.test(name)));
}
