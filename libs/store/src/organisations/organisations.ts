import { randomUUID } from 'node:crypto';
import { ILike } from 'typeorm';
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

/** Finds likely duplicates of an organisation about to be registered, by number or part of the name. */
export function findOrganisations(
  manager: EntityManager,
  { number, q, limit }: { readonly number?: string; readonly q?: string; readonly limit: number },
): Promise<OrganisationRow[]> {
  const where = {
    ...(number === undefined ? {} : { number }),
    ...(q === undefined ? {} : { name: ILike(likeContaining(q)) }),
  };
  return manager.find(OrganisationTable, { where, order: { name: 'ASC', id: 'ASC' }, take: limit });
}
