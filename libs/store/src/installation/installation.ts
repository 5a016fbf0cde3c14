import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '#domain/clock.js';
import { InstallationTable, type InstallationRow } from './tables/installation.js';

export async function readInstallation(manager: EntityManager): Promise<InstallationRow | null> {
  return manager.findOneBy(InstallationTable, { one: true });
}

/** The clock of an installation that is ready; null until its origin is fixed. */
export function clockOf(row: InstallationRow | null): Clock | null {
  if (!row?.readyAt || !row.originDomain || !row.originWall) return null;
  return { origin: { domain: row.originDomain, wall: Date.parse(row.originWall) }, speed: row.speed };
}

/** Clocks that have been read: once fixed a clock never changes. By data source, as tests run several databases. */
const fixed = new WeakMap<DataSource, Clock>();

/** The clock, asked of the database only until it is fixed. */
export async function readClock(manager: EntityManager): Promise<Clock | null> {
  const known = fixed.get(manager.dataSource);
  if (known) return known;
  const clock = clockOf(await readInstallation(manager));
  if (clock) fixed.set(manager.dataSource, clock);
  return clock;
}

/** Names the installation at its first start; a later call changes nothing. */
export async function nameInstallation(manager: EntityManager, id: string): Promise<InstallationRow> {
  await manager.createQueryBuilder().insert().into(InstallationTable).values({ one: true, id }).orIgnore().execute();
  return manager.findOneByOrFail(InstallationTable, { one: true });
}

/**
 * Fixes where domain time starts and how fast it runs, once and for all; later calls change nothing.
 * @returns the clock that holds, which is an older one when there was one.
 */
export async function fixClock(manager: EntityManager, clock: Clock): Promise<Clock> {
  await manager
    .createQueryBuilder()
    .update(InstallationTable)
    .set({
      originDomain: clock.origin.domain,
      originWall: new Date(clock.origin.wall).toISOString(),
      speed: clock.speed,
      readyAt: () => 'now()',
    })
    .where('ready_at IS NULL')
    .execute();
  const fixed = clockOf(await readInstallation(manager));
  if (!fixed) throw new Error('the installation has no name yet: call nameInstallation first');
  return fixed;
}
