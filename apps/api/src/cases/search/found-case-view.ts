import type { EntityManager } from 'typeorm';
import { excerptOf, maybeInflected } from '#domain/search/excerpt.js';
import type { SearchedWord } from '#domain/search/excerpt.js';
import type { SearchResult } from '#contracts/http/cases/search.js';
import { textsOfHits } from '#store/cases/lists/search-cases.js';
import type { FoundCase } from '#store/cases/lists/search-cases.js';
import { stemsOf } from '#store/cases/search/searched-words.js';

type Item = SearchResult['items'][number];

/** Of each case so many texts are shown. */
const HITS_SHOWN = 3;

/** Found cases with an excerpt of the texts in which the words stand. */
export async function foundCaseViews(
  manager: EntityManager,
  found: readonly FoundCase[],
  searched: readonly SearchedWord[],
): Promise<Item[]> {
  const shown = found.flatMap(({ id, hits }) => hits.slice(0, HITS_SHOWN).map((hit) => ({ ...hit, caseId: id })));
  const texts = await textsOfHits(manager, shown);
  const inflected = [...texts.values()].flatMap((text) => maybeInflected(text, searched));
  const stems = await stemsOf(manager, [...new Set(inflected)]);
  return found.map(({ id, number, title, phase, state, hits }) => ({
    collaboration: { id, number, title, phase, state },
    hits: hits.slice(0, HITS_SHOWN).map(({ source, sourceId, at, visibility }) => ({
      ...{ source, id: sourceId, at },
      seenBy: visibility === 'SHARED' ? 'BOTH' : 'MUNICIPALITY',
      excerpt: excerptOf(texts.get(sourceId) ?? '', searched, stems),
    })),
    more: Math.max(0, hits.length - HITS_SHOWN),
  }));
}
