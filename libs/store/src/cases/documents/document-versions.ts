import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Case, UserId } from '#domain/model/case.js';
import type { MessageSide } from '#domain/policy/conversation.js';
import type { Instant } from '#domain/time.js';
import { queryPrepared } from '../../db/query-prepared.js';
import { insertRows } from '../../db/write-rows.js';
import { OutboxMessageTable } from '../../mailroom/outbox-message-table.js';
import { documentSharedLetters } from '../../mailroom/outbox-messages-of.js';
import { awaitContent } from '../search/pending-texts.js';
import type { DocumentRow } from './document-table.js';
import { DocumentVersionTable } from './document-version-table.js';
import type { DocumentVersionRow } from './document-version-table.js';
import { fileById, filesById } from './files.js';
import type { FileRow } from './files.js';

export type { DocumentVersionRow } from './document-version-table.js';

/** A version with the file that it is. */
export interface VersionWithFile extends DocumentVersionRow {
  readonly file: FileRow;
}

const NEXT_VERSION = `
  SELECT (SELECT coalesce(max(v), 0) + 1 FROM document_version WHERE document_id = $1) AS v,
         (SELECT coalesce(max(n), 0) + 1 FROM document_version WHERE case_id = $2) AS n`;

/** Call it with the case locked (`lockCase`), and with a file that `attachFile` has just given. */
export async function addVersion(
  manager: EntityManager,
  { id: documentId, caseId }: Pick<DocumentRow, 'id' | 'caseId'>,
  version: Pick<DocumentVersionRow, 'fileId' | 'by' | 'at' | 'note'>,
): Promise<DocumentVersionRow> {
  const [next] = await queryPrepared<{ v: number; n: number }>(manager, NEXT_VERSION, [documentId, caseId]);
  const row = { ...version, documentId, caseId, v: next?.v ?? 1, n: next?.n ?? 1 };
  await insertRows(manager, DocumentVersionTable, [row]);
  await awaitContent(manager, row);
  return row;
}

/** The versions of each of the documents, the oldest first. */
export async function versionsOf(
  manager: EntityManager,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly VersionWithFile[]>> {
  if (documentIds.length === 0) return new Map();
  const where = { documentId: In([...documentIds]) };
  const rows = await manager.find(DocumentVersionTable, { where, order: { v: 'ASC' } });
  const files = await filesById(
    manager,
    rows.map(({ fileId }) => fileId),
  );
  const found = new Map<string, VersionWithFile[]>();
  for (const row of rows) {
    const file = files.get(row.fileId);
    if (!file) throw new Error('a version has its file');
    const versions = found.get(row.documentId) ?? [];
    found.set(row.documentId, [...versions, { ...row, file }]);
  }
  return found;
}

/** @returns null when the document has no such version. */
export async function versionIn(
  manager: EntityManager,
  { id: documentId }: Pick<DocumentRow, 'id'>,
  v: number,
): Promise<VersionWithFile | null> {
  const row = await manager.findOneBy(DocumentVersionTable, { documentId, v });
  const file = row && (await fileById(manager, row.fileId));
  return row && file ? { ...row, file } : null;
}

/** Tells the other side of the newest version of a document that it may read. Call it with the case locked (`lockCase`). */
export async function tellOfNewest(
  manager: EntityManager,
  state: Case,
  { id }: Pick<DocumentRow, 'id'>,
  { from, by, at }: { readonly from: MessageSide; readonly by: UserId; readonly at: Instant },
): Promise<void> {
  const newest = { where: { documentId: id }, order: { v: 'DESC' } } as const;
  const { n } = await manager.findOneOrFail(DocumentVersionTable, newest);
  await insertRows(manager, OutboxMessageTable, documentSharedLetters(state, { n, from, by, at }));
}
