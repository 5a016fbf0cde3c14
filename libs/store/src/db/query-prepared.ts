import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Runs a named prepared statement, which Postgres plans once per connection. For queries of every request, where planning
 * takes longer than executing. A connection pooler must support prepared statements (PgBouncer from 1.21).
 */
export async function queryPrepared<Row extends object>(
  manager: EntityManager,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const runner = manager.dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const { rows } = await client.query<Row>({ name, text, values: [...values] });
    return rows;
  } finally {
    await runner.release();
  }
}
