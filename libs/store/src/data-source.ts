import { DataSource } from 'typeorm';
import { auditSubscribers, writeAuditWith } from './audit/audit-writer.js';
import { migrations } from './migrations.js';
import { TABLES } from './schema.js';

/** The one database of an installation. Migrations are run by whoever starts it up, not by connecting. */
export function stafettDataSource({
  url,
  poolSize = 10,
  name = 'stafett',
  auditKey,
}: {
  readonly url: string;
  /** Connections at most. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** For whoever writes to the audit log: derived from STAFETT_SECRET. */
  readonly auditKey?: Buffer | undefined;
}): DataSource {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    applicationName: name,
    poolSize,
    entities: TABLES.map(({ entity }) => entity),
    subscribers: [...auditSubscribers],
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    connectTimeoutMS: 5_000,
  });
  if (auditKey) writeAuditWith(dataSource, auditKey);
  return dataSource;
}
