import { EntitySchema } from 'typeorm';
import type { Visibility } from '#domain/policy/conversation.js';
import type { SearchSource } from '#domain/search/words.js';
import type { Instant } from '#domain/time.js';
import { instant, instantOrNull, integer, named, primary, text, uuid, uuidOrNull } from '../../db/columns.js';

/** A text that is searched: a copy of what stands in another table, or of what a document says. */
export interface SearchTextRow {
  caseId: string;
  source: SearchSource;
  /** The id of the note, message or document; of the case itself its own. */
  sourceId: string;
  visibility: Visibility;
  /** When the source was written. */
  at: Instant;
  text: string;
  /** Its words and their stems, in which it is searched; see searched-words.ts. */
  words: string;
  /** The month in which its case was opened: newer cases are searched first; see search-months.ts. */
  caseMonth: number;
  /** The file of a document whose content is not read yet; see pending-texts.ts. */
  pending: string | null;
  /** When a program began to read it, in wall time. */
  claimedAt: Instant | null;
}

export const SearchTextTable = new EntitySchema<SearchTextRow>({
  name: 'search_text',
  columns: {
    caseId: primary(named('case_id', uuid)),
    source: primary(text),
    sourceId: primary(named('source_id', uuid)),
    visibility: text,
    at: instant,
    text,
    words: text,
    caseMonth: named('case_month', integer),
    pending: uuidOrNull,
    claimedAt: named('claimed_at', instantOrNull),
  },
  checks: [
    { name: 'search_text_source', expression: `source IN ('CASE', 'NOTE', 'MESSAGE', 'DOCUMENT')` },
    { name: 'search_text_visibility', expression: `visibility IN ('INTERNAL', 'SHARED')` },
  ],
  indices: [
    { name: 'search_text_pending', columns: ['at'], where: 'pending IS NOT NULL' },
    // A GIN index of `TOKENS_SQL`, which TypeORM cannot express.
    { name: 'search_text_words', columns: ['words'], synchronize: false },
  ],
});
