import type { EntityManager } from 'typeorm';
import { READABLE_TYPES } from '#domain/search/words.js';
import { queryPrepared } from '../../db/query-prepared.js';
import { putSearchTexts } from './search-texts.js';
import { SearchTextTable } from './search-text-table.js';

/** A document whose newest content is to be read, so that the search finds what it says. */
export interface PendingText {
  readonly caseId: string;
  /** The document. */
  readonly sourceId: string;
  /** The file that is its newest version. */
  readonly pending: string;
}

const AWAIT = `
  UPDATE search_text SET pending = f.id, claimed_at = NULL FROM file f
  WHERE search_text.source = 'DOCUMENT' AND search_text.case_id = $1 AND search_text.source_id = $2
    AND f.id = $3 AND NOT f.encrypted AND f.type = ANY ($4::text[])`;

/** Call it in the transaction that writes the version. What cannot be read is found by the title alone. */
export async function awaitContent(
  manager: EntityManager,
  { caseId, documentId, fileId }: { readonly caseId: string; readonly documentId: string; readonly fileId: string },
): Promise<void> {
  await queryPrepared(manager, AWAIT, [caseId, documentId, fileId, [...READABLE_TYPES]]);
}

/** Longer than a file may take: after it, the program that began is taken for dead. */
const CLAIM = `
  UPDATE search_text s SET claimed_at = now()
  FROM (SELECT case_id, source, source_id FROM search_text
        WHERE pending IS NOT NULL AND (claimed_at IS NULL OR claimed_at < now() - interval '5 minutes')
        ORDER BY at LIMIT 1 FOR UPDATE SKIP LOCKED) n
  WHERE s.case_id = n.case_id AND s.source = n.source AND s.source_id = n.source_id
  RETURNING s.case_id AS "caseId", s.source_id AS "sourceId", s.pending`;

/** Takes the document that waits longest, and no other program takes it. */
export async function claimPendingText(manager: EntityManager): Promise<PendingText | null> {
  const [claimed] = await queryPrepared<PendingText>(manager, CLAIM, []);
  return claimed ?? null;
}

/**
 * Makes the content found. A document that was withdrawn meanwhile, or has a newer version, stays as it is.
 * @param textNow  is asked when nobody else can change the copy any more: what was erased while the file was read stays erased.
 */
export async function putContent(
  manager: EntityManager,
  claimed: PendingText,
  textNow: (within: EntityManager) => Promise<string>,
): Promise<void> {
  await manager.transaction(async (within) => {
    const row = await within.findOne(SearchTextTable, { where: claimed, lock: { mode: 'pessimistic_write' } });
    if (!row) return;
    await putSearchTexts(within, [{ ...row, text: await textNow(within) }]);
    await within.update(SearchTextTable, claimed, { pending: null, claimedAt: null });
  });
}
