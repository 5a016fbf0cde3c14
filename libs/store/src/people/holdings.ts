import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import { AreaTable } from './area-table.js';
import { RoleGrantTable } from './role-grant-table.js';

/** How many roles and service areas a person still has on a day or later. */
export interface Holdings {
  readonly roles: number;
  /** Service areas whose contact or deputy is the person. */
  readonly areas: number;
}

export async function holdingsOf(manager: EntityManager, person: UserId, on: LocalDate): Promise<Holdings> {
  const grants = await manager.findBy(RoleGrantTable, { person });
  const answeredAreas = await manager.findBy(AreaTable, [{ contact: person }, { deputy: person }]);
  return {
    roles: grants.filter((grant) => !hasEnded(grant, on)).length,
    areas: answeredAreas.filter(({ openTo: to }) => !hasEnded({ to }, on)).length,
  };
}
