import { In, type EntityManager } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { queryPrepared } from '../../db/query-prepared.js';
import { insertMissing } from '../../db/write-rows.js';
import { FileTable } from './file-table.js';
import type { FileRow } from './file-table.js';

export type { FileRow, FileScan, FileState } from './file-table.js';

/** A file as it is when its upload has come to its end. */
export type NewFile = Omit<FileRow, 'storedAt' | 'attachedAt'>;

/** Once for each upload: another row of the same id is not written. @returns the row that is there. */
export async function addFile(manager: EntityManager, file: NewFile): Promise<FileRow> {
  const { id, caseId, by, at, name, type, size, sha256, key, scan, encrypted, state, code } = file;
  const row = { id, caseId, by, at, name, type, size, sha256, key, scan, encrypted, state, code };
  await insertMissing(manager, FileTable, [row as FileRow]);
  return manager.findOneByOrFail(FileTable, { id });
}

export function fileById(manager: EntityManager, id: string): Promise<FileRow | null> {
  return manager.findOneBy(FileTable, { id });
}

/** Files by id; those that are not there are missing. */
export async function filesById(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, FileRow>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.findBy(FileTable, { id: In([...new Set(ids)]) });
  return new Map(rows.map((row) => [row.id, row]));
}

const ATTACH = `
  UPDATE file SET attached_at = $4
  WHERE id = $1 AND case_id = $2 AND by = $3 AND state = 'READY' AND attached_at IS NULL RETURNING id`;

/** Who makes a file a version of a document, and when. */
/** Files of these cases whose content is kept. */
export function readyFilesOf(manager: EntityManager, caseIds: readonly string[]): Promise<FileRow[]> {
  return manager.findBy(FileTable, { caseId: In([...caseIds]), state: 'READY' });
}

export interface Attaching {
  readonly id: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: Instant;
}

/**
 * Makes a file one that stays. Call it in the transaction that writes the version of a document.
 * @returns null when there is no ready file of this person in this case, or when it is attached already.
 */
export async function attachFile(manager: EntityManager, { id, caseId, by, at }: Attaching): Promise<FileRow | null> {
  const [attached] = await queryPrepared<{ id: string }>(manager, ATTACH, [id, caseId, by, at]);
  return attached ? fileById(manager, attached.id) : null;
}

/** A file that has become part of a document stays. @returns whether it was removed. */
export async function removeUnattachedFile(manager: EntityManager, id: string): Promise<boolean> {
  const sql = 'DELETE FROM file WHERE id = $1 AND attached_at IS NULL RETURNING id';
  return (await queryPrepared(manager, sql, [id])).length > 0;
}
