import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { OwnSettingsTable } from './own-settings-table.js';

/** What the person has chosen; nothing when they never chose. */
export async function ownSettings(manager: EntityManager, person: UserId): Promise<object> {
  return (await manager.findOneBy(OwnSettingsTable, { person }))?.body ?? {};
}

/** Changes what is given, and leaves the rest: two windows may change different settings. */
export async function changeOwnSettings(manager: EntityManager, person: UserId, change: object): Promise<object> {
  const [row] = await manager.query<{ body: object }[]>(
    `INSERT INTO own_settings (person, body) VALUES ($1, $2)
     ON CONFLICT (person) DO UPDATE SET body = own_settings.body || excluded.body RETURNING body`,
    [person, JSON.stringify(change)],
  );
  return row?.body ?? {};
}
