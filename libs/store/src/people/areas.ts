import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { covers, hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import { audit } from '../audit/audit.js';
import { areas } from './area.js';
import type { AreaRow } from './area.js';

export type { AreaRow } from './area.js';

export async function openAreas(manager: EntityManager, on: LocalDate): Promise<AreaRow[]> {
  const rows = await manager.find(areas, { order: { name: 'ASC' } });
  return rows.filter(({ openFrom: from, openTo: to }) => covers({ from, to }, on));
}

export function allAreas(manager: EntityManager): Promise<AreaRow[]> {
  return manager.find(areas, { order: { id: 'ASC' } });
}

/** Counts a unit's service areas that are open on `from` or later. */
export async function countAreasOf(manager: EntityManager, unit: string, from: LocalDate): Promise<number> {
  const rows = await manager.findBy(areas, { unit });
  return rows.filter(({ openTo: to }) => !hasEnded({ to }, from)).length;
}

/** Makes another person the contact or the deputy of a service area. */
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
