import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { covers, hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import { audit } from '../audit/audit.js';
import { AreaTable } from './area-table.js';
import type { AreaRow } from './area-table.js';

export type { AreaRow } from './area-table.js';

export async function areasOpenOn(manager: EntityManager, on: LocalDate): Promise<AreaRow[]> {
  const rows = await manager.find(AreaTable, { order: { name: 'ASC', id: 'ASC' } });
  return rows.filter(({ openFrom: from, openTo: to }) => covers({ from, to }, on));
}

export function listAreas(manager: EntityManager): Promise<AreaRow[]> {
  return manager.find(AreaTable, { order: { id: 'ASC' } });
}

/** Counts a unit's service areas that are open on `from` or later. */
export async function countAreasOf(manager: EntityManager, unit: string, from: LocalDate): Promise<number> {
  const rows = await manager.findBy(AreaTable, { unit });
  return rows.filter(({ openTo: to }) => !hasEnded({ to }, from)).length;
}

/** Makes another person the contact or the deputy of a service area. */
export async function reassignArea(
  manager: EntityManager,
  { id, ...area }: AreaRow,
  as: 'contact' | 'deputy',
  to: UserId,
  by: UserId,
): Promise<void> {
  await manager.update(AreaTable, { id }, { [as]: to });
  await audit(manager, { kind: 'contactChanged', by, subject: to, detail: { area: id, as, from: area[as], to } });
}
