import { In, type EntityManager } from 'typeorm';
import type { Visibility } from '#domain/policy/conversation.js';
import { wordsOf } from '#domain/search/words.js';
import type { SearchSource } from '#domain/search/words.js';
import { insertMissing, rowsInto, writeRows } from '../../db/write-rows.js';
import { SearchWordTable } from './search-word-table.js';
import { stemsOf, storedWords } from './searched-words.js';
import { monthsOfCases, TOKENS_SQL } from './search-months.js';
import { SearchTextTable } from './search-text-table.js';
import type { SearchTextRow } from './search-text-table.js';

/** A text without what is computed of it. */
export type NewSearchText = Omit<SearchTextRow, 'words' | 'caseMonth' | 'pending' | 'claimedAt'>;

/** Makes texts found by the search, in the transaction that writes what they are copies of; a text that is known is replaced. */
export async function putSearchTexts(manager: EntityManager, texts: readonly NewSearchText[]): Promise<void> {
  const words = [...new Set(texts.flatMap(({ text }) => wordsOf(text)))].sort();
  const stems = await stemsOf(manager, words);
  const monthOf = await monthsOfCases(manager, texts);
  const rows = texts.map((it) => ({ ...it, words: storedWords(it.text, stems), caseMonth: monthOf(it) }));
  await manager.query(MEANWHILE_NONE_IS_REMOVED);
  // In one order, so that no two writers wait for each other.
  await insertMissing(
    manager,
    SearchWordTable,
    words.map((word) => ({ word })),
  );
  await writeRows(manager, rowsInto(SearchTextTable, rows, 'update'));
}

/** What the locks are on: that a word in `search_word` is there. */
const LOCK = 7_311_034;
const MEANWHILE_NONE_IS_REMOVED = `SELECT pg_advisory_xact_lock_shared(${LOCK})`;
const MEANWHILE_NONE_IS_WRITTEN = `SELECT pg_advisory_xact_lock(${LOCK})`;

const REMOVE_WORDS = `
  DELETE FROM search_word w WHERE w.word = ANY ($1::text[])
  AND NOT EXISTS (SELECT 1 FROM search_text s WHERE ${TOKENS_SQL} && ARRAY[w.word])`;

/**
 * Replaces texts of which something is erased.
 * @param names  of whom is erased: their words are forgotten where no text has them any more, as are those of the texts. Words of
 *   what was withdrawn or is an older version are left in `search_word`, so they may be there when no text found them.
 */
export async function replaceSearchTexts(
  manager: EntityManager,
  texts: readonly { readonly before: string; readonly after: NewSearchText }[],
  names: readonly string[],
): Promise<void> {
  await manager.query(MEANWHILE_NONE_IS_WRITTEN);
  await putSearchTexts(
    manager,
    texts.map(({ after }) => after),
  );
  const kept = new Set(texts.flatMap(({ after }) => wordsOf(after.text)));
  const gone = [...names, ...texts.map(({ before }) => before)].flatMap(wordsOf).filter((word) => !kept.has(word));
  await manager.query(REMOVE_WORDS, [[...new Set(gone)]]);
}

export interface SearchTextKey {
  readonly source: SearchSource;
  readonly sourceId: string;
  readonly caseId: string;
}

/** What was internal is seen by the entrepreneur too, and found. */
export async function showSearchText(
  manager: EntityManager,
  { caseId, source, sourceId }: SearchTextKey,
  visibility: Visibility,
): Promise<void> {
  await manager.update(SearchTextTable, { caseId, source, sourceId }, { visibility });
}

/** What is withdrawn is found no more. */
export async function removeSearchText(
  manager: EntityManager,
  { caseId, source, sourceId }: SearchTextKey,
): Promise<void> {
  await manager.delete(SearchTextTable, { caseId, source, sourceId });
}

/** Of one case, before they are written anew. */
export async function removeSearchTexts(
  manager: EntityManager,
  caseId: string,
  sources: readonly SearchSource[],
): Promise<void> {
  await manager.delete(SearchTextTable, { caseId, source: In([...sources]) });
}
