import type { EntityManager } from 'typeorm';
import { migrations } from '#store/migrations.js';
import { StepError } from './shared/step-error.js';

/**
 * A database whose schema this version did not make, and so cannot read: from before the first release, or from a newer one.
 * @throws StepError naming what is unknown; nothing has been changed.
 */
export async function requireKnownSchema(manager: EntityManager): Promise<void> {
  const unknown = (await applied(manager)).filter((name) => !migrations.some((it) => it.name === name));
  if (unknown.length === 0) return;
  throw new StepError(
    'Schema, process and data',
    `This database was made by another version of Stafett, before its first release or newer than this one: ${unknown[0]}${
      unknown.length > 1 ? ` and ${unknown.length - 1} more changes of its schema are` : ' is'
    } unknown here.`,
    'Start with a fresh STAFETT_HOME (or an empty database in DATABASE_URL), or use the version that made this one. Nothing was changed.',
  );
}

/** Names of the migrations that a database has; none in an empty one. */
async function applied(manager: EntityManager): Promise<string[]> {
  const [table] = await manager.query<{ there: boolean }[]>(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS there`,
  );
  if (!table?.there) return [];
  const rows = await manager.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}
