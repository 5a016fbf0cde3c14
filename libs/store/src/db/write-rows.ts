import type { EntityManager, EntitySchema, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

/** A whole row as TypeORM wants it: its own type forbids readonly members and `unknown` in jsonb columns. */
export function asRow<Row extends ObjectLiteral>(row: Row): QueryDeepPartialEntity<Row> {
  return row;
}

/** What becomes of a row whose key is in the table already: the statement fails, it stays as it is, or it is overwritten. */
type Present = 'fails' | 'stays' | 'overwritten';

/** Rows on their way into a table. A column that no row names gets its default; one that only some name is null in the rest. */
export interface Insertion {
  readonly table: EntitySchema<ObjectLiteral>;
  readonly rows: readonly ObjectLiteral[];
  readonly present: Present;
}

export function rowsInto<Row extends ObjectLiteral>(
  table: EntitySchema<Row>,
  rows: readonly Partial<Row>[],
  present: Present = 'fails',
): Insertion {
  return { table, rows, present };
}

/**
 * Writes all rows with one statement and one value a table, the rows as JSON. TypeORM's own insert makes a parameter of
 * every column of every row, which costs more than the database does.
 */
export async function write(manager: EntityManager, ...insertions: readonly Insertion[]): Promise<void> {
  const filled = insertions.filter(({ rows }) => rows.length > 0);
  const [first, ...others] = filled.map((insertion, index) => statementOf(manager, insertion, `$${index + 1}`));
  if (first === undefined) return;
  const named = others.map((statement, index) => `w${index} AS (${statement})`);
  const sql = named.length === 0 ? first : `WITH ${named.join(', ')} ${first}`;
  await manager.query(
    sql,
    filled.map(({ table, rows }) => JSON.stringify(rows.map(inColumns(manager, table)))),
  );
}

/** Inserts rows with one statement and asks for nothing back. */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  await write(manager, rowsInto(table, rows));
}

/** Inserts those of the rows that are not there; a row that is there stays as it is. */
export async function insertMissing<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  await write(manager, rowsInto(table, rows, 'stays'));
}

function statementOf(manager: EntityManager, { table, rows, present }: Insertion, value: string): string {
  const { tableName, columns } = manager.dataSource.getMetadata(table);
  const used = columns.filter(({ propertyName }) => rows.some((row) => row[propertyName] !== undefined));
  const names = used.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const { driver } = manager.dataSource;
  const typed = used
    .map((it) => `"${it.databaseName}" ${driver.normalizeType(it)}${it.isArray ? '[]' : ''}`)
    .join(', ');
  const source = `SELECT ${names} FROM jsonb_to_recordset(${value}::jsonb) AS row (${typed})`;
  return `INSERT INTO "${tableName}" (${names}) ${source}${conflict(present, used)}`;
}

interface Column {
  readonly databaseName: string;
  readonly isPrimary: boolean;
}

function conflict(present: Present, columns: readonly Column[]): string {
  if (present === 'fails') return '';
  if (present === 'stays') return ' ON CONFLICT DO NOTHING';
  const named = (primary: boolean) =>
    columns.filter(({ isPrimary }) => isPrimary === primary).map(({ databaseName }) => `"${databaseName}"`);
  const changes = named(false).map((name) => `${name} = excluded.${name}`);
  return ` ON CONFLICT (${named(true).join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
}

function inColumns(manager: EntityManager, table: EntitySchema<ObjectLiteral>): (row: ObjectLiteral) => ObjectLiteral {
  const { columns } = manager.dataSource.getMetadata(table);
  return (row) =>
    Object.fromEntries(columns.map(({ propertyName, databaseName }) => [databaseName, row[propertyName]]));
}
