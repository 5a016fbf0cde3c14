import type { EntityManager } from 'typeorm';

/** Heard by every process that holds a directory in memory; `PEOPLE_CHANNEL` of the read model listens to the same. */
const CHANNEL = 'stafett_people';

/** Called after the commit. A lost notice costs the others the few seconds that a directory is kept. */
export async function announcePeople(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_notify($1, $2)', [CHANNEL, '']).catch(() => undefined);
}
