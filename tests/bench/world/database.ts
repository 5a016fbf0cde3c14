import type { DataSource } from 'typeorm';
import { coreOf } from '#domain/process/process-core.js';
import { seedPeople } from '#infra/demo/seed-people.js';
import { newestProcess } from '#processes/versions.js';
import { applyGrants } from '#infra/up/postgres/apply-grants.js';
import { loginsOf, usersOf, type DatabaseAccess } from '#infra/up/postgres/database-access.js';
import { ensureLogins } from '#infra/up/postgres/logins.js';
import type { ServiceConfig } from '#platform/config.js';
import { stafettDataSource } from '#store/data-source.js';
import { setClockOnce, nameInstallation } from '#store/installation/installation.js';
import { releaseProcess } from '#store/process/process-versions.js';

/** Today's schema and grants, the real process, the demo people, and domain time equal to wall time. */
export async function prepareDatabase(
  { DATABASE_URL: url }: ServiceConfig,
  access: DatabaseAccess,
): Promise<DataSource> {
  const dataSource = stafettDataSource({
    url,
    poolSize: 16,
    name: 'bench',
  });
  await dataSource.initialize();
  await dataSource.runMigrations();
  const { manager } = dataSource;
  await ensureLogins(manager, loginsOf(access));
  await applyGrants(manager, usersOf(access));
  await seedPeople(manager);
  await releaseProcess(manager, newestProcess, coreOf(newestProcess));
  await nameInstallation(manager, 'bench');
  const wall = Date.now();
  await setClockOnce(manager, { origin: { domain: new Date(wall).toISOString(), wall }, speed: 1 });
  return dataSource;
}
