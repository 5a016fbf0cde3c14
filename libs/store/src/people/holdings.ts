import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import { areas } from './area.js';
import { roleGrants } from './role-grant.js';

/** What the registers say that somebody still holds on a day. */
export interface Holdings {
  readonly roles: number;
  /** Service areas that are answered by them. */
  readonly areas: number;
}

export async function holdingsOf(manager: EntityManager, person: UserId, on: LocalDate): Promise<Holdings> {
  const granted = await manager.findBy(roleGrants, { person });
  const answered = await manager.findBy(areas, [{ contact: person }, { deputy: person }]);
  return {
    roles: granted.filter((grant) => !hasEnded(grant, on)).length,
    areas: answered.filter(({ openTo: to }) => !hasEnded({ to }, on)).length,
  };
}
