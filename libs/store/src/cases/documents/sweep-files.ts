import type { EntityManager } from 'typeorm';

/** Wall time that a file waits to become part of a document, and that a refused one is told of. */
const WAIT = `interval '24 hours'`;

/** @returns keys of contents that no row has any more; empty texts are those of refused files. */
export async function sweepUnattachedFiles(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ key: string }[]>(
    `WITH swept AS (DELETE FROM file WHERE attached_at IS NULL AND stored_at < now() - ${WAIT} RETURNING key)
     SELECT key FROM swept`,
  );
  return rows.map(({ key }) => key);
}

/** Those of the keys that no file has. */
export async function keysWithoutFile(manager: EntityManager, keys: readonly string[]): Promise<readonly string[]> {
  const rows = await manager.query<{ key: string }[]>(
    `SELECT k.key FROM unnest($1::text[]) k(key)
     WHERE NOT EXISTS (SELECT FROM file f WHERE f.key = k.key AND f.key <> '')`,
    [[...keys]],
  );
  return rows.map(({ key }) => key);
}
