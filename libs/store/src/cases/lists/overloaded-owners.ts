import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';

/** People who own more than `most` open cases. Reads all open cases, so call it seldom. */
export async function overloadedOwners(manager: EntityManager, most: number): Promise<ReadonlySet<UserId>> {
  const rows = await manager.query<{ owner: string }[]>(
    `SELECT owner FROM collaboration WHERE state IN ('OPEN', 'SUSPENDED') GROUP BY owner HAVING count(*) > $1`,
    [most],
  );
  return new Set(rows.map(({ owner }) => owner));
}
