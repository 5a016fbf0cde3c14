import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#domain/time.js';
import { areas } from './tables/area.js';

/** How many service areas of a unit are open on a day or later. */
export async function countAreasOf(manager: EntityManager, unit: string, from: LocalDate): Promise<number> {
  const rows = await manager.findBy(areas, { unit });
  return rows.filter(({ openTo }) => openTo === null || openTo >= from).length;
}
