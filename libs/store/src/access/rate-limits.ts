import type { EntityManager } from 'typeorm';
import { RateLimitTable } from './rate-limit-table.js';

/** The table in which rate-limiter-flexible counts calls. It writes the statements itself. */
export const RATE_LIMITS = RateLimitTable.options.tableName ?? RateLimitTable.options.name;

/** Runs one of its statements, and answers as the driver would. */
export async function queryRateLimits(
  manager: EntityManager,
  { text, values = [] }: { readonly text: string; readonly values?: readonly unknown[] },
): Promise<{ rows: object[]; rowCount: number }> {
  const rows = await manager.query<object[]>(text, [...values]);
  return { rows, rowCount: rows.length };
}
