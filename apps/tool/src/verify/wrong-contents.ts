import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ContentMissing } from '#platform/files/file-store.js';
import type { FileStore } from '#platform/files/file-store.js';
import { fileById, readyFilesOf } from '#store/cases/documents/files.js';
import type { FileRow } from '#store/cases/documents/files.js';

export interface WrongContent {
  readonly caseId: string;
  readonly finding: string;
}

/** Reads the content of every file of these cases, and compares it with its row. */
export async function wrongContents(
  manager: EntityManager,
  store: FileStore,
  ids: readonly string[],
): Promise<WrongContent[]> {
  const wrong: WrongContent[] = [];
  for (const file of await readyFilesOf(manager, ids)) {
    const what = await differenceOf(store, file);
    // The sweep may have taken it meanwhile.
    if (what !== null && (await fileById(manager, file.id)))
      wrong.push({ caseId: file.caseId, finding: `the content of file ${file.id} ${what}` });
  }
  return wrong;
}

async function differenceOf(store: FileStore, { key, size, sha256 }: FileRow): Promise<string | null> {
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const part of await store.open(key)) {
      hash.update(part as Buffer);
      bytes += (part as Buffer).length;
    }
    if (bytes !== size) return `has ${bytes} bytes and not ${size}`;
    return hash.digest('hex') === sha256 ? null : 'is not what was stored';
  } catch (error) {
    if (error instanceof ContentMissing) return 'is missing';
    throw error;
  }
}
