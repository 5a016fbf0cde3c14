import { And, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { AuditEntryTable } from './audit-entry-table.js';
import type { AuditEntryRow } from './audit-entry-table.js';

export type { AuditEntryRow } from './audit-entry-table.js';

export interface AuditFilter {
  /** Inclusive; `before` is exclusive. */
  readonly since?: Date | undefined;
  readonly before?: Date | undefined;
  readonly by?: string | undefined;
  readonly subject?: string | undefined;
  readonly kind?: string | undefined;
  readonly caseId?: string | undefined;
}

const BATCH_SIZE = 1_000;

/** Newest first. @param under  only entries with a lower id than this, for paging. */
export function newestEntries(
  manager: EntityManager,
  filter: AuditFilter,
  { limit, under }: { readonly limit: number; readonly under?: string | undefined },
): Promise<AuditEntryRow[]> {
  const where = { ...whereOf(filter), ...(under !== undefined && { id: LessThan(under) }) };
  return manager.find(AuditEntryTable, { where, order: { id: 'DESC' }, take: limit });
}

/** All entries, oldest first, in batches: the whole log need not fit in memory. */
export async function* allEntries(
  manager: EntityManager,
  filter: AuditFilter,
): AsyncGenerator<readonly AuditEntryRow[]> {
  for (let last = '0'; ;) {
    const where = { ...whereOf(filter), id: MoreThan(last) };
    const rows = await manager.find(AuditEntryTable, { where, order: { id: 'ASC' }, take: BATCH_SIZE });
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH_SIZE) return;
    last = rows.at(-1)?.id ?? last;
  }
}

/** Entries written by a person or about them, oldest first. */
export function entriesAbout(manager: EntityManager, person: UserId): Promise<AuditEntryRow[]> {
  return manager.find(AuditEntryTable, { where: [{ by: person }, { subject: person }], order: { id: 'ASC' } });
}

function whereOf({ since, before, ...equal }: AuditFilter): FindOptionsWhere<AuditEntryRow> {
  const bounds = [
    ...(since === undefined ? [] : [MoreThanOrEqual(since)]),
    ...(before === undefined ? [] : [LessThan(before)]),
  ];
  const given = Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined));
  return { ...given, ...(bounds.length > 0 && { at: And(...bounds) }) };
}
