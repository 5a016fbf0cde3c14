import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { PersonTable } from './person-table.js';

/** How to reach a member of staff, as shown on a receipt (domain.md A04). */
export interface ContactDetails {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

export async function contactDetailsOf(
  manager: EntityManager,
  ids: readonly UserId[],
): Promise<ReadonlyMap<UserId, ContactDetails>> {
  const rows = await manager.findBy(PersonTable, { id: In([...ids]) });
  return new Map(rows.map(({ id, name, phone, email }) => [id, { name, phone, email }]));
}
