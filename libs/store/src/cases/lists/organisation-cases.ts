import type { EntityManager } from 'typeorm';
import { readableSql } from './readable-cases.js';

/** Whether the organisation has a case that accepts one of the tokens. */
export async function hasReadableCase(
  manager: EntityManager,
  organisation: string,
  tokens: readonly string[],
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM collaboration c WHERE c.organisation = $1 AND ${readableSql('$2')} LIMIT 1`,
    [organisation, tokens],
  );
  return rows.length > 0;
}

/** The cases among `ids` that accept one of the tokens. */
export async function readableAmong(
  manager: EntityManager,
  ids: readonly string[],
  tokens: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await manager.query<{ id: string }[]>(
    `SELECT c.id FROM collaboration c WHERE c.id = ANY ($1::uuid[]) AND ${readableSql('$2')}`,
    [ids, tokens],
  );
  return new Set(rows.map(({ id }) => id));
}
