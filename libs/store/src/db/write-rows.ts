import type { EntityManager, EntitySchema, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { queryPrepared } from './query-prepared.js';
import { tableSql } from './table-sql.js';

/** A type cast: TypeORM's type forbids readonly members and `unknown` in jsonb columns. */
export function asEntity<Row extends ObjectLiteral>(row: Row): QueryDeepPartialEntity<Row> {
  return row;
}

/** When the key exists already: the statement fails, the new row is ignored, or the stored row is updated. */
type OnConflict = 'error' | 'ignore' | 'update';

/** Rows to insert. A column missing in all rows gets its default; one missing in some rows is null there. */
export interface Insertion {
  readonly table: EntitySchema<ObjectLiteral>;
  readonly rows: readonly ObjectLiteral[];
  readonly onConflict: OnConflict;
}

export function rowsInto<Row extends ObjectLiteral>(
  table: EntitySchema<Row>,
  rows: readonly Partial<Row>[],
  onConflict: OnConflict = 'error',
): Insertion {
  return { table, rows, onConflict };
}

/**
 * Writes all rows with one statement, passing the rows of each table as one JSON parameter. TypeORM's own insert makes a
 * parameter of every column of every row, which is slower than the database itself.
 */
export async function writeRows(manager: EntityManager, ...insertions: readonly Insertion[]): Promise<void> {
  const nonEmpty = insertions.filter(({ rows }) => rows.length > 0);
  const [first, ...others] = nonEmpty.map((insertion, index) => statementOf(manager, insertion, `$${index + 1}`));
  if (first === undefined) return;
  const named = others.map((statement, index) => `w${index} AS (${statement})`);
  const sql = named.length === 0 ? first : `WITH ${named.join(', ')} ${first}`;
  await queryPrepared(
    manager,
    sql,
    nonEmpty.map(({ table, rows }) => JSON.stringify(rows.map(inColumns(manager, table)))),
  );
}

export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  await writeRows(manager, rowsInto(table, rows));
}

/** Rows whose key exists already are not changed. */
export async function insertMissing<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  await writeRows(manager, rowsInto(table, rows, 'ignore'));
}

function statementOf(manager: EntityManager, { table, rows, onConflict }: Insertion, value: string): string {
  const { columns } = manager.dataSource.getMetadata(table);
  const used = columns.filter(({ propertyName }) => rows.some((row) => row[propertyName] !== undefined));
  const names = used.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const { driver } = manager.dataSource;
  const typed = used
    .map((it) => `"${it.databaseName}" ${driver.normalizeType(it)}${it.isArray ? '[]' : ''}`)
    .join(', ');
  const source = `SELECT ${names} FROM jsonb_to_recordset(${value}::jsonb) AS row (${typed})`;
  return `INSERT INTO ${tableSql(manager, table)} (${names}) ${source}${conflictClause(onConflict, used)}`;
}

interface Column {
  readonly databaseName: string;
  readonly isPrimary: boolean;
}

function conflictClause(onConflict: OnConflict, columns: readonly Column[]): string {
  if (onConflict === 'error') return '';
  if (onConflict === 'ignore') return ' ON CONFLICT DO NOTHING';
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
