import type { EntityManager } from 'typeorm';

/** Where rate-limiter-flexible counts calls. It writes the statements itself. */
export const RATE_LIMITS = 'rate_limit';

/** Runs one of its statements, and answers as the driver would. */
export async function queryRateLimits(
  manager: EntityManager,
  { text, values = [] }: { readonly text: string; readonly values?: readonly unknown[] },
): Promise<{ rows: object[]; rowCount: number }> {
  const rows = await manager.query<object[]>(text, [...values]);
  return { rows, rowCount: rows.length };
}
