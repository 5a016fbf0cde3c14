import { z } from 'zod';
import { SEARCH_SOURCES } from '#domain/search/words.js';
import { named, SEARCH_SOURCE_LABELS } from '../shared/code-labels.js';
import { caseState, instant, phase, searchText, seenBy } from '../shared/fields.js';
import { cursor, limit } from '../shared/paging.js';

export const searchSource = named(SEARCH_SOURCES, SEARCH_SOURCE_LABELS);

/** `GET /search`. */
export const searchQuery = z.strictObject({
  q: searchText.describe('Words of two letters or more; all of them are in each text that is found.'),
  source: searchSource.optional(),
  limit: limit.optional(),
  after: cursor.optional(),
});

/** A part of a text; `marks` are the places of what was searched for, in UTF-16 units of `text`. */
const excerpt = z
  .object({ text: z.string(), marks: z.array(z.object({ from: z.int(), to: z.int() })) })
  .meta({ id: 'Excerpt' });

/** A text in which the words were found: `id` is that of the note, message, document or case. */
const searchHit = z
  .object({ source: searchSource, id: z.uuid(), at: instant, seenBy, excerpt })
  .meta({ id: 'SearchHit' });

export const searchResult = z
  .object({
    items: z.array(
      z.object({
        collaboration: z.object({ id: z.uuid(), number: z.string(), title: z.string(), phase, state: caseState }),
        hits: z.array(searchHit).describe('The case itself first, then what is newest.'),
        more: z.int().describe('How many texts of the case were found beside these.'),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'SearchResult' });

export type SearchResult = z.infer<typeof searchResult>;
