import { DataSource, type DataSourceOptions } from 'typeorm';
import { readModelEntities } from './tables/entities.js';
import { readModelMigrations } from './migrations/migrations.js';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;
type Entities = Extract<NonNullable<PostgresOptions['entities']>, readonly unknown[]>;
type Migrations = Extract<NonNullable<PostgresOptions['migrations']>, readonly unknown[]>;

export interface DataSourceNeeds {
  readonly url: string;
  /** Tables of other libraries in the same database. */
  readonly entities?: Entities;
  readonly migrations?: Migrations;
  /** Maximum number of connections; default 10. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
}

/** The installation's database. Connecting runs no migrations. */
export function stafettDataSource({ url, entities, migrations, poolSize, name }: DataSourceNeeds): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: name ?? 'stafett',
    poolSize: poolSize ?? 10,
    entities: [...readModelEntities, ...(entities ?? [])] as Entities,
    migrations: [...readModelMigrations, ...(migrations ?? [])] as Migrations,
    migrationsTransactionMode: 'each',
    connectTimeoutMS: 5_000,
  });
}
