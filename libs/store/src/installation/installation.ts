import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '#domain/clock.js';
import { InstallationTable, type InstallationRow } from './installation-table.js';

export async function readInstallation(manager: EntityManager): Promise<InstallationRow | null> {
  return manager.findOneBy(InstallationTable, { one: true });
}

/** The installation's clock; null until its origin is set. */
export function clockOf(row: InstallationRow | null): Clock | null {
  if (!row?.readyAt || !row.originDomain || !row.originWall) return null;
  return { origin: { domain: row.originDomain, wall: Date.parse(row.originWall) }, speed: row.speed };
}

/** A clock never changes once it is set. Cached by data source because tests use several databases. */
const clocks = new WeakMap<DataSource, Clock>();

/** The clock; reads the database only until the clock is set. */
export async function readClock(manager: EntityManager): Promise<Clock | null> {
  const cached = clocks.get(manager.dataSource);
  if (cached) return cached;
  const clock = clockOf(await readInstallation(manager));
  if (clock) clocks.set(manager.dataSource, clock);
  return clock;
}

/** Stores the installation's id at its first start; later calls change nothing. */
export async function nameInstallation(manager: EntityManager, id: string): Promise<InstallationRow> {
  await manager.createQueryBuilder().insert().into(InstallationTable).values({ one: true, id }).orIgnore().execute();
  return manager.findOneByOrFail(InstallationTable, { one: true });
}

/**
 * Sets where domain time starts and how fast it runs. Later calls change nothing.
 * @returns the stored clock, which may be an earlier one.
 */
export async function setClockOnce(manager: EntityManager, clock: Clock): Promise<Clock> {
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
  const stored = clockOf(await readInstallation(manager));
  if (!stored) throw new Error('the installation has no name yet: call nameInstallation first');
  return stored;
}
