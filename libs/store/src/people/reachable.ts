import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { persons } from './person.js';

/** How to reach a member of staff, as shown on a receipt (domain.md A04). */
export interface Reachable {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

export async function reachable(
  manager: EntityManager,
  ids: readonly UserId[],
): Promise<ReadonlyMap<UserId, Reachable>> {
  const rows = await manager.findBy(persons, { id: In([...ids]) });
  return new Map(rows.map(({ id, name, phone, email }) => [id, { name, phone, email }]));
}
