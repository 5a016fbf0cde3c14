import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Visibility } from '#domain/policy/conversation.js';
import { cursorIn, cursorSql, orderSql, pageOf } from '../../db/page.js';
import type { Direction, Page, Paging, SortKey, WithCursor } from '../../db/page.js';
import { queryPrepared } from '../../db/query-prepared.js';
import { Where } from '../../db/where.js';
import { insertRows } from '../../db/write-rows.js';
import { putSearchTexts, removeSearchText, showSearchText } from '../search/search-texts.js';
import type { NewSearchText } from '../search/search-texts.js';
import { DocumentTable } from './document-table.js';
import type { DocumentRow } from './document-table.js';

export type { DocumentRow } from './document-table.js';

const NEXT_DOCUMENT = `SELECT coalesce(max(n), 0) + 1 AS n FROM document WHERE case_id = $1`;

export type NewDocument = Pick<
  DocumentRow,
  'caseId' | 'title' | 'kind' | 'visibility' | 'from' | 'by' | 'at' | 'handover'
>;

/**
 * Call it with the case locked (`lockCase`). The first version is added apart (`addVersion`).
 * @param document  its id where something refers to it already.
 */
export async function addDocument(
  manager: EntityManager,
  document: NewDocument & Partial<Pick<DocumentRow, 'id'>>,
): Promise<DocumentRow> {
  const [next] = await queryPrepared<{ n: number }>(manager, NEXT_DOCUMENT, [document.caseId]);
  const notWithdrawn = { withdrawnAt: null, withdrawnBy: null, withdrawnReason: null };
  const row = { id: randomUUID(), ...document, ...notWithdrawn, n: next?.n ?? 1 };
  await insertRows(manager, DocumentTable, [row]);
  await putSearchTexts(manager, [documentText(row)]);
  return row;
}

/** What the search finds of a document before its content is read: its title. */
export const documentText = ({ caseId, id, visibility, at, title }: DocumentRow): NewSearchText => ({
  ...{ caseId, source: 'DOCUMENT', sourceId: id, visibility, at },
  text: title,
});

/** @returns null when the case has no such document. */
export function documentIn(manager: EntityManager, caseId: string, id: string): Promise<DocumentRow | null> {
  return manager.findOneBy(DocumentTable, { caseId, id });
}

/** Those of the documents that are this case's, in the order in which they came. */
export function documentsById(manager: EntityManager, caseId: string, ids: readonly string[]): Promise<DocumentRow[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : manager.find(DocumentTable, { where: { caseId, id: In([...ids]) }, order: { n: 'ASC' } });
}

/** What the case itself made for one of its handovers. */
export function documentOfHandover(
  manager: EntityManager,
  caseId: string,
  handover: string,
): Promise<DocumentRow | null> {
  return manager.findOneBy(DocumentTable, { caseId, handover });
}

/** It stays a row that says who withdrew it, when and why, and is found no more. The first withdrawal counts. */
export async function withdrawDocument(
  manager: EntityManager,
  { id, caseId }: Pick<DocumentRow, 'id' | 'caseId'>,
  { by, at, reason }: { readonly by: string; readonly at: string; readonly reason: string },
): Promise<void> {
  await queryPrepared(
    manager,
    `UPDATE document SET withdrawn_by = $2, withdrawn_at = $3, withdrawn_reason = $4
     WHERE id = $1 AND withdrawn_at IS NULL`,
    [id, by, at, reason],
  );
  await removeSearchText(manager, { caseId, source: 'DOCUMENT', sourceId: id });
}

export async function shareDocument(
  manager: EntityManager,
  { id, caseId }: Pick<DocumentRow, 'id' | 'caseId'>,
): Promise<void> {
  await queryPrepared(manager, `UPDATE document SET visibility = 'SHARED' WHERE id = $1`, [id]);
  await showSearchText(manager, { caseId, source: 'DOCUMENT', sourceId: id }, 'SHARED');
}

/** SQL of how many documents of a case these visibilities show whose content is served. */
export const documentCountSql = (caseId: string, visibilities: string): string => `
  (SELECT count(*)::integer FROM document d WHERE d.case_id = ${caseId} AND d.visibility = ANY (${visibilities})
     AND d.withdrawn_at IS NULL)`;

const SORTED_BY: readonly SortKey[] = [{ sql: 'e.n', type: 'bigint' }];

export interface DocumentFilter {
  readonly caseId: string;
  readonly visibilities: readonly Visibility[];
  readonly direction: Direction;
}

type Row = Omit<DocumentRow, 'at' | 'withdrawnAt'> & WithCursor & { at: Date; withdrawnAt: Date | null };

/** The documents of one case in the order in which they came, those that are withdrawn among them. */
export async function listDocuments(
  manager: EntityManager,
  { caseId, visibilities, direction }: DocumentFilter,
  { limit, cursor }: Paging,
): Promise<Page<DocumentRow>> {
  const where = new Where()
    .and('e.case_id = $?', caseId)
    .and('e.visibility = ANY ($?::text[])', [...visibilities])
    .after(SORTED_BY, direction, cursor);
  const rows = await manager.query<Row[]>(
    `SELECT e.id, e.case_id AS "caseId", e.n, e.title, e.kind, e.visibility, e.from_side AS "from", e.by, e.at, e.handover,
            e.withdrawn_at AS "withdrawnAt", e.withdrawn_by AS "withdrawnBy", e.withdrawn_reason AS "withdrawnReason",
            ${cursorSql(SORTED_BY)}
     FROM document e WHERE ${where.toString()} ${orderSql(SORTED_BY, direction)} LIMIT ${limit + 1}`,
    where.parameters,
  );
  const page = pageOf(rows, limit, cursorIn);
  return {
    ...page,
    rows: page.rows.map(({ cursor: _cursor, at, withdrawnAt, ...row }) => ({
      ...row,
      at: at.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
  };
}
