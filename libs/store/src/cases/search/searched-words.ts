import type { EntityManager } from 'typeorm';
import type { SearchedWord } from '#domain/search/excerpt.js';
import { searchWordsOf, wordsOf } from '#domain/search/words.js';
import { queryPrepared } from '../../db/query-prepared.js';

/** Postgres' own dictionary; it gives no stem for words such as `og`. */
const STEMS = `SELECT w AS word, (ts_lexize('norwegian_stem', w))[1] AS stem FROM unnest($1::text[]) w`;

/** The Norwegian stem of each word; null for one that has none. */
export async function stemsOf(
  manager: EntityManager,
  words: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (words.length === 0) return new Map();
  const rows = await queryPrepared<SearchedWord>(manager, STEMS, [[...words]]);
  return new Map(rows.map(({ word, stem }) => [word, stem]));
}

/** The words of a query with their stems; none when there is nothing to search for. */
export async function searchedWordsOf(manager: EntityManager, query: string): Promise<readonly SearchedWord[]> {
  const words = searchWordsOf(query);
  const stems = await stemsOf(manager, words);
  return words.map((word) => ({ word, stem: stems.get(word) ?? null }));
}

/**
 * The words of a text as they are stored, ` møter avtalen =møt =avtal `: each once, in lower case and the normal form, and their
 * stems, which begin with a sign that no word has.
 */
export function storedWords(text: string, stems: ReadonlyMap<string, string | null>): string {
  const words = wordsOf(text);
  const marked = words.flatMap((word) => stems.get(word) ?? []).map(markedStem);
  return ` ${[...words, ...new Set(marked)].join(' ')} `;
}

export const markedStem = (stem: string): string => `=${stem}`;

/** What the stored words of a text hold one of when a word is found in it: it stands in one of them, or its stem is there. */
export const partsOf = ({ word, stem }: SearchedWord): readonly string[] => [
  word,
  ...(stem === null ? [] : [` ${markedStem(stem)} `]),
];

/** For LIKE; words have no sign that means something to it. */
export const partPattern = (word: string): string => `%${word}%`;
