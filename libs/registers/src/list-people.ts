import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#domain/time.js';
import { coveringSql } from './covering-sql.js';
import { containing } from './like.js';
import { persons } from './tables/person.js';
import type { PersonRow } from './tables/person.js';

export interface PeopleFilter {
  /** Home unit. */
  readonly unit?: string | undefined;
  /** A role as it was given, held on the day. */
  readonly role?: string | undefined;
  /** A part of the name or the id. */
  readonly q?: string | undefined;
  readonly active: boolean;
  readonly on: LocalDate;
}

export interface PeoplePage {
  readonly rows: readonly PersonRow[];
  readonly next: { readonly after: string; readonly id: string } | null;
}

/** People by name. */
export async function listPeople(
  manager: EntityManager,
  { unit, role, q, active, on }: PeopleFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor?: { after: string; id: string } | undefined },
): Promise<PeoplePage> {
  const found = manager
    .createQueryBuilder(persons, 'p')
    .where(active ? 'p.deactivated_at IS NULL' : 'p.deactivated_at IS NOT NULL')
    .orderBy('p.name', 'ASC')
    .addOrderBy('p.id', 'ASC')
    .limit(limit + 1);
  if (unit !== undefined) found.andWhere('p.unit = :unit', { unit });
  if (q !== undefined) found.andWhere('(p.name ILIKE :part OR p.id ILIKE :part)', { part: containing(q) });
  if (role !== undefined) {
    const held = `g.person = p.id AND g.role = :role AND ${coveringSql('g', ':on')}`;
    found.andWhere(`EXISTS (SELECT 1 FROM role_grant g WHERE ${held})`, { role, on });
  }
  if (cursor) found.andWhere('(p.name, p.id) > (:after, :last)', { after: cursor.after, last: cursor.id });
  const rows = await found.getMany();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? { after: last.name, id: last.id } : null };
}
