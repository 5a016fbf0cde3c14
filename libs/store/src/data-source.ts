import { DataSource, type DataSourceOptions } from 'typeorm';
import { readModelEntities } from './schema.js';
import { readModelMigrations } from './migrations.js';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;
type Entities = Extract<NonNullable<PostgresOptions['entities']>, readonly unknown[]>;
type Migrations = Extract<NonNullable<PostgresOptions['migrations']>, readonly unknown[]>;

export interface DataSourceNeeds {
  readonly url: string;
  /** Tables of other libraries that share this database, e.g. the registers'. */
  readonly entities?: Entities;
  readonly migrations?: Migrations;
  /** Connections at most; 10 unless told. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
}

/** The one database of an installation. Migrations are run by whoever starts it up, not by connecting. */
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
