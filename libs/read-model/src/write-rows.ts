import type { EntityManager, EntitySchema, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

/** A whole row as TypeORM wants it: its own type forbids readonly members and `unknown` in jsonb columns. */
export function asRow<Row extends ObjectLiteral>(row: Row): QueryDeepPartialEntity<Row> {
  return row;
}

/** Inserts rows with one statement and asks for nothing back. */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  await manager.createQueryBuilder().insert().into(table).values(rows.map(asRow)).updateEntity(false).execute();
}

/** Inserts those of the rows that are not there; a row that is there stays as it is. */
export async function insertMissing<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(asRow);
  await manager.createQueryBuilder().insert().into(table).values(values).orIgnore().updateEntity(false).execute();
}
