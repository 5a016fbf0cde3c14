import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { likeContaining } from '../db/like.js';
import { OrganisationTable } from './organisation-table.js';
import type { OrganisationRow } from './organisation-table.js';

/** Finds the organisation by number or creates it. Without a number it is always created. */
export async function findOrCreateOrganisation(
  manager: EntityManager,
  { name, number }: { readonly name: string; readonly number?: string },
): Promise<OrganisationRow> {
  const row: OrganisationRow = { id: randomUUID(), number: number ?? null, name };
  await manager.createQueryBuilder().insert().into(OrganisationTable).values(row).orIgnore().execute();
  return number === undefined ? row : manager.findOneByOrFail(OrganisationTable, { number });
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
