import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';

/** The name of a table for SQL about tables that the caller chooses. */
export const tableSql = (manager: EntityManager, table: EntitySchema<ObjectLiteral>): string =>
  `"${manager.dataSource.getMetadata(table).tableName}"`;
