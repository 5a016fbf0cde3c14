import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/** Names of the statements so far. There are some dozens: values are always parameters. */
const names = new Map<string, string>();

/**
 * Runs a prepared statement, which Postgres plans once per connection; in the manager's transaction, if it has one. For
 * statements of every request, where planning takes longer than executing. A connection pooler must support prepared
 * statements (PgBouncer from 1.21).
 */
export async function queryPrepared<Row extends object>(
  manager: EntityManager,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const runner = manager.queryRunner ?? manager.dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const { rows } = await client.query<Row>({ name: nameOf(text), text, values: [...values] });
    return rows;
  } finally {
    if (runner !== manager.queryRunner) await runner.release();
  }
}

function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url').slice(0, 32);
  names.set(text, name);
  return name;
}
