import type { EntityManager } from 'typeorm';
import { HANDLER_MARK, UNIT_MARKS } from './municipality.js';
import { TEMPLATE_ID, TEMPLATE_NUMBER, TEMPLATE_ORGANISATION } from './templates.js';
import { TITLE, type Variant } from './variants.js';

/** What stands for something in the rows of a variant, and the column of `bench_copy` with what it is in a copy. */
const MARKS: readonly (readonly [mark: string, value: string])[] = [
  [TEMPLATE_ID, 'c.id::text'],
  [TEMPLATE_NUMBER, 'c.number'],
  [TEMPLATE_ORGANISATION, 'c.organisation::text'],
  [TITLE, 'c.title'],
  [HANDLER_MARK, 'c.handler'],
  ...UNIT_MARKS.map((mark, n) => [mark, ['c.unit_a', 'c.unit_b', 'c.unit_c'][n] ?? ''] as const),
];
/** Copied as they are, still compressed: no list reads what is in them, and they are nine tenths of the bytes. */
const COPIED_WHOLE: ReadonlySet<string> = new Set(['collaboration.body', 'event.data', 'before.deadline.body']);
const HAS_TEXT: ReadonlySet<string> = new Set(['text', 'jsonb', 'ARRAY']);

interface Column {
  readonly name: string;
  readonly type: string;
  readonly element: string;
}

/** Writes the rows of all variants to a table beside `table`, and copies them from there, as `bench_copy` says. */
export async function copyRows(
  manager: EntityManager,
  table: string,
  variants: readonly Variant[],
  rowsOf: (variant: Variant) => string | undefined,
): Promise<void> {
  await manager.query(`CREATE UNLOGGED TABLE bench_rows (variant integer, LIKE ${table})`);
  for (const [n, variant] of variants.entries()) {
    const parameters = [n, rowsOf(variant) ?? '[]'];
    await manager.query(
      `INSERT INTO bench_rows SELECT $1, r.* FROM jsonb_populate_recordset(NULL::${table}, $2::jsonb) r`,
      parameters,
    );
  }
  await manager.query('ANALYZE bench_rows');
  const columns = await columnsOf(manager, table);
  const marks = await marksIn(manager, columns);
  const values = columns.map((column, n) => valueSql(table, column, marks[n] ?? []));
  await manager.query(
    `INSERT INTO ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')})
     SELECT ${values.join(', ')} FROM bench_copy c JOIN bench_rows r USING (variant)`,
  );
  await manager.query('DROP TABLE bench_rows');
}

/** A value of a row in a copy, which is another case, with other people, some minutes or hours earlier. */
function valueSql(table: string, { name, type, element }: Column, marks: readonly string[]): string {
  const value = `r."${name}"`;
  if (table === 'outbox_message' && name === 'id') return 'gen_random_uuid()';
  if (type === 'uuid') return 'c.id';
  if (type === 'timestamp with time zone') return `${value} - c.earlier`;
  if (marks.length === 0 || COPIED_WHOLE.has(`${table}.${name}`)) return value;
  const replaced = MARKS.filter(([mark]) => marks.includes(mark)).reduce(
    (sql, [mark, by]) => `replace(${sql}, '${mark}', ${by})`,
    `${value}::text`,
  );
  return `(${replaced})::${type === 'ARRAY' ? `${element}[]` : type}`;
}

const columnsOf = (manager: EntityManager, table: string): Promise<Column[]> =>
  manager.query<Column[]>(
    `SELECT attname AS name, CASE WHEN typcategory = 'A' THEN 'ARRAY' ELSE format_type(atttypid, NULL) END AS type,
       format_type(typelem, NULL) AS element
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );

/** The marks that each column has in some row: to look for those alone is many times faster. */
async function marksIn(manager: EntityManager, columns: readonly Column[]): Promise<string[][]> {
  const found = columns.map(({ name, type }) => {
    const has = MARKS.map(([mark]) => `CASE WHEN bool_or(strpos("${name}"::text, '${mark}') > 0) THEN '${mark}' END`);
    return HAS_TEXT.has(type) ? `array_remove(ARRAY[${has.join(', ')}], NULL)` : `'{}'::text[]`;
  });
  const [row] = await manager.query<{ found: string[][] }[]>(
    `SELECT jsonb_build_array(${found.map((sql) => `to_jsonb(${sql})`).join(', ')}) AS found FROM bench_rows`,
  );
  return row?.found ?? [];
}
