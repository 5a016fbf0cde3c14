import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import { CollaborationTable } from '../tables/collaboration.js';

/** A case as the view has it. */
export interface StoredCase {
  readonly state: Case;
  readonly title: string;
}

export async function findCase(manager: EntityManager, id: string): Promise<StoredCase | null> {
  const row = await manager.findOneBy(CollaborationTable, { id });
  return row && { state: row.body, title: row.title };
}

/** Tokens that open a case; null when there is none. */
export async function readersOf(manager: EntityManager, id: string): Promise<readonly string[] | null> {
  const row = await manager.findOne(CollaborationTable, { select: { id: true, readers: true }, where: { id } });
  return row && row.readers;
}
