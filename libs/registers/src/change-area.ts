import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/case/case.js';
import { audit } from './audit.js';
import { areas } from './tables/area.js';
import type { AreaRow } from './tables/area.js';

/** Another person answers for a service area, as its contact or its deputy. */
export async function handAreaOver(
  manager: EntityManager,
  { id, ...area }: AreaRow,
  as: 'contact' | 'deputy',
  to: UserId,
  by: UserId,
): Promise<void> {
  await manager.update(areas, { id }, { [as]: to });
  await audit(manager, { kind: 'contactChanged', by, subject: to, detail: { area: id, as, from: area[as], to } });
}

export function allAreas(manager: EntityManager): Promise<AreaRow[]> {
  return manager.find(areas, { order: { id: 'ASC' } });
}
