import { TABLES, tableName } from '#store/schema.js';

/** The two programs that connect as less than the owner of the tables. */
export const PROGRAMS = ['api', 'worker'] as const;

export type Program = (typeof PROGRAMS)[number];

/** What is granted, as GRANT writes it; a program that is not named may do nothing with the table. */
export type ProgramGrants = Readonly<Partial<Record<Program, string>>>;

/**
 * What the database itself lets each program do, by table, as the schema says. The owner (who migrates, seeds, repairs) is
 * not limited; nobody else creates, alters or drops.
 */
export const TABLE_GRANTS: Readonly<Record<string, ProgramGrants>> = {
  ...Object.fromEntries(TABLES.map((table) => [tableName(table), { api: table.api, worker: table.worker }])),
  // TypeORM's own list is the owner's alone.
  migrations: {},
};
