import type { EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';

/**
 * Runs a statement that each connection plans once and then knows by name: for what every request asks, where planning
 * costs several times the answer. A pooler in between must pass names on (PgBouncer from 1.21).
 */
export async function prepared<Row extends object>(
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
