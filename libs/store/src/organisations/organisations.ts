import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { likeContaining } from '../db/like.js';
import { queryPrepared } from '../db/query-prepared.js';
import { OrganisationTable } from './organisation-table.js';
import type { OrganisationRow } from './organisation-table.js';

/** Neither makes nor finds a row that a concurrent transaction has just made. */
const FIND_OR_CREATE = `
  WITH made AS (
    INSERT INTO organisation (id, number, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id, number, name
  ) SELECT id, number, name FROM made UNION ALL SELECT id, number, name FROM organisation WHERE number = $2`;

/** Finds the organisation by number or creates it. Without a number it is always created. */
export async function findOrCreateOrganisation(
  manager: EntityManager,
  { name, number }: { readonly name: string; readonly number?: string },
): Promise<OrganisationRow> {
  const row: OrganisationRow = { id: randomUUID(), number: number ?? null, name };
  const [found] = await queryPrepared<OrganisationRow>(manager, FIND_OR_CREATE, [row.id, row.number, row.name]);
  return found ?? manager.findOneByOrFail(OrganisationTable, { number: row.number ?? '' });
}

export async function organisationsById(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationRow>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.findBy(OrganisationTable, { id: In([...new Set(ids)]) });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Finds likely duplicates of an organisation about to be registered, by number or part of the name. */
export function findOrganisations(
  manager: EntityManager,
  { number, q, limit }: { readonly number?: string; readonly q?: string; readonly limit: number },
): Promise<OrganisationRow[]> {
  const found = manager.createQueryBuilder(OrganisationTable, 'o').orderBy('o.name').addOrderBy('o.id').limit(limit);
  if (number !== undefined) found.andWhere('o.number = :number', { number });
  if (q !== undefined) found.andWhere('o.name COLLATE "default" ILIKE :part', { part: likeContaining(q) });
  return found.getMany();
}
