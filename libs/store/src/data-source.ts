import { DataSource } from 'typeorm';
import { migrations } from './migrations.js';
import { TABLES } from './schema.js';

/** The one database of an installation. Migrations are run by whoever starts it up, not by connecting. */
export function stafettDataSource({
  url,
  poolSize = 10,
  name = 'stafett',
}: {
  readonly url: string;
  /** Connections at most. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: name,
    poolSize,
    entities: TABLES.map(({ entity }) => entity),
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    connectTimeoutMS: 5_000,
  });
}
