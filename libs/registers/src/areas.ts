import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#domain/time.js';
import { areas } from './tables/area.js';
import type { AreaRow } from './tables/area.js';

export type { AreaRow } from './tables/area.js';

export async function openAreas(manager: EntityManager, on: LocalDate): Promise<AreaRow[]> {
  const rows = await manager.find(areas, { order: { name: 'ASC' } });
  return rows.filter(({ openFrom, openTo }) => openFrom <= on && (openTo === null || on <= openTo));
}
