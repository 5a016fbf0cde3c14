import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { periodCoversSql } from '../db/period-covers-sql.js';
import { likeContaining } from '../db/like.js';
import { pageOf } from '../db/page.js';
import type { Page, Paging } from '../db/page.js';
import { PersonTable } from './person-table.js';
import type { PersonRow } from './person-table.js';

export interface PeopleFilter {
  /** Home unit. */
  readonly unit?: string | undefined;
  /** A role granted directly (not expanded) and held on the day `on`. */
  readonly role?: string | undefined;
  /** Part of the name or the id. */
  readonly q?: string | undefined;
  readonly active: boolean;
  readonly on: LocalDate;
}

/** People sorted by name and id. The column says in which order letters come. */
export async function listPeople(
  manager: EntityManager,
  { unit, role, q, active, on }: PeopleFilter,
  { limit, cursor }: Paging,
): Promise<Page<PersonRow>> {
  const found = manager
    .createQueryBuilder(PersonTable, 'p')
    .where(active ? 'p.deactivated_at IS NULL' : 'p.deactivated_at IS NOT NULL')
    .orderBy('p.name', 'ASC')
    .addOrderBy('p.id', 'ASC')
    .limit(limit + 1);
  if (unit !== undefined) found.andWhere('p.unit = :unit', { unit });
  if (q !== undefined)
    found.andWhere('(p.name COLLATE "default" ILIKE :part OR p.id ILIKE :part)', { part: likeContaining(q) });
  if (role !== undefined) {
    const holdsRole = `g.person = p.id AND g.role = :role AND ${periodCoversSql('g', ':on')}`;
    found.andWhere(`EXISTS (SELECT 1 FROM role_grant g WHERE ${holdsRole})`, { role, on });
  }
  if (cursor) found.andWhere('(p.name, p.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
  return pageOf(await found.getMany(), limit, ({ name, id }) => [name, id]);
}

/** Also finds people who have left. */
export function findPerson(manager: EntityManager, id: UserId): Promise<PersonRow | null> {
  return manager.findOneBy(PersonTable, { id });
}
