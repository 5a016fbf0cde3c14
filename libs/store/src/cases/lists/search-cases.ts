import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { SearchedWord } from '#domain/search/excerpt.js';
import type { SearchSource } from '#domain/search/words.js';
import type { Instant } from '#domain/time.js';
import { cursorIn, cursorSql, orderSql, pageOf } from '../../db/page.js';
import type { Page, Paging, SortKey, WithCursor } from '../../db/page.js';
import { Where } from '../../db/where.js';
import { readableSql } from './readable-cases.js';
import type { ReaderTokens } from './readable-cases.js';
import { markedStem, partPattern, partsOf } from '../search/searched-words.js';
import type { SearchTextKey } from '../search/search-texts.js';

export interface Search extends ReaderTokens {
  /** Those that show what is shared with the entrepreneur. */
  readonly sharedTokens: readonly string[];
  /** At least one. All of them are in each text that is found. */
  readonly words: readonly SearchedWord[];
  readonly source?: SearchSource | undefined;
}

/** A text in which all words were found. */
export interface FoundText {
  readonly source: SearchSource;
  readonly sourceId: string;
  readonly visibility: 'INTERNAL' | 'SHARED';
  readonly at: Instant;
}

/** A case with the texts in which the words were found: the case itself first, then what is newest. */
export interface FoundCase extends Pick<Case, 'id' | 'number' | 'phase' | 'state'> {
  readonly title: string;
  readonly hits: readonly FoundText[];
}

/** The newest case first: of one that was opened then, nothing changes, so that a page begins where the one before ended. */
const SORTED_BY: readonly SortKey[] = [
  { sql: 'c.opened_at', type: 'timestamptz' },
  { sql: 'c.id', type: 'uuid' },
];

const FEW_CASES = 200;
const ALL_CASES = 10_000_000;

interface Asked extends Paging {
  /** So many of the reader's cases are looked through before the index is asked. */
  readonly lookedThrough?: number;
}

/**
 * The cases in which the words are found, and that the reader may see them in.
 *
 * 1. The newest cases of the reader are looked through one after the other. That is all there is for a reader of few cases, and
 *    a word that many texts have is in enough of them.
 * 2. Where that is not enough, an index gives the cases that have the words in some text, and these alone are looked through.
 */
export async function searchCases(manager: EntityManager, search: Search, paging: Asked): Promise<Page<FoundCase>> {
  const { lookedThrough = FEW_CASES, limit } = paging;
  const newest = await lookThrough(manager, search, paging, { most: lookedThrough });
  const isEnough = newest.length > limit || !(await hasMoreCases(manager, search, paging, lookedThrough));
  const rows = isEnough
    ? newest
    : await lookThrough(manager, search, paging, { among: await casesWithWords(manager, search), most: ALL_CASES });
  const page = pageOf(rows, limit, cursorIn);
  return { ...page, rows: page.rows.map(({ cursor: _cursor, ...row }) => row) };
}

type Row = FoundCase & WithCursor;

const COLUMNS = 'c.id, c.number, c.title, c.phase, c.state, c.opened_at, c.readers';
const HITS = `jsonb_agg(jsonb_build_object('source', s.source, 'sourceId', s.source_id, 'visibility', s.visibility,
    'at', to_char(s.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  ORDER BY s.source <> 'CASE', s.at DESC, s.source_id) AS hits`;

const readable = ({ tokens }: Search, { cursor }: Paging): Where =>
  new Where().and(readableSql('$?'), [...tokens]).after(SORTED_BY, 'DESC', cursor);

/** The texts of the case `c` that have all words and that the reader sees. */
function matches(where: Where, { words, source, sharedTokens, internalTokens }: Search): string {
  const found = words.map((word) => {
    // Twice as fast as LIKE.
    const places = partsOf(word).map((it) => `strpos(s.words, ${where.value(it)}) > 0`);
    return `(${places.join(' OR ')})`;
  });
  const visible = `CASE s.visibility WHEN 'SHARED' THEN c.readers && ${where.value([...sharedTokens])}::text[]
    ELSE c.readers && ${where.value([...internalTokens])}::text[] END`;
  const ofSource = source === undefined ? [] : [`s.source = ${where.value(source)}`];
  return [...found, ...ofSource, visible].join(' AND ');
}

interface Walk {
  readonly among?: readonly string[];
  readonly most: number;
}

/** Looks through cases in their order, and stops when there are enough for a page. The limit inside keeps Postgres to that. */
async function lookThrough(manager: EntityManager, search: Search, paging: Paging, { among, most }: Walk): Promise<Row[]> {
  if (among?.length === 0) return [];
  const where = readable(search, paging).and('c.id = ANY ($?::uuid[])', among);
  const order = orderSql(SORTED_BY, 'DESC');
  const cases = `SELECT ${COLUMNS} FROM collaboration c WHERE ${where.toString()} ${order} LIMIT ${most}`;
  const texts = `SELECT ${HITS} FROM search_text s WHERE s.case_id = c.id AND ${matches(where, search)}`;
  return manager.query<Row[]>(
    `SELECT c.id, c.number, c.title, c.phase, c.state, h.hits, ${cursorSql(SORTED_BY)}
     FROM (${cases}) c CROSS JOIN LATERAL (${texts}) h WHERE h.hits IS NOT NULL ${order} LIMIT ${paging.limit + 1}`,
    where.parameters,
  );
}

/** Whether the reader has more cases than have been looked through. */
async function hasMoreCases(
  manager: EntityManager,
  search: Search,
  paging: Paging,
  lookedThrough: number,
): Promise<boolean> {
  const where = readable(search, paging);
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM collaboration c WHERE ${where.toString()}
     ${orderSql(SORTED_BY, 'DESC')} OFFSET ${lookedThrough} LIMIT 1`,
    where.parameters,
  );
  return rows.length > 0;
}

/**
 * The cases of which a text has all words, whoever may see it. Asks an index of whole words, which is exact: one of parts of
 * words would make Postgres read every long text to see whether they are parts of the same word.
 */
async function casesWithWords(manager: EntityManager, { words, source }: Search): Promise<string[]> {
  const where = new Where();
  for (const { word, stem } of words) {
    const having = await manager.query<{ word: string }[]>(WORDS_WITH, [partPattern(word)]);
    const wanted = [...having.map((row) => row.word), ...(stem === null ? [] : [markedStem(stem)])];
    where.and(`string_to_array(s.words, ' ') && $?::text[]`, wanted);
  }
  const sql = `SELECT DISTINCT s.case_id AS id FROM search_text s WHERE ${where.and('s.source = $?', source).toString()}`;
  const rows = await manager.query<{ id: string }[]>(sql, where.parameters);
  return rows.map(({ id }) => id);
}

const WORDS_WITH = 'SELECT w.word FROM search_word w WHERE w.word LIKE $1';

const TEXTS = `
  SELECT s.source_id AS "sourceId", s.source, s.text FROM search_text s JOIN unnest($1::uuid[], $2::text[], $3::uuid[]) k (c, s, i)
  ON s.case_id = k.c AND s.source = k.s AND s.source_id = k.i`;

/** The texts of hits, which the reader was found to see, by the id of their source. */
export async function textsOfHits(
  manager: EntityManager,
  keys: readonly SearchTextKey[],
): Promise<ReadonlyMap<string, string>> {
  const columns = [
    keys.map(({ caseId }) => caseId),
    keys.map(({ source }) => source),
    keys.map(({ sourceId }) => sourceId),
  ];
  const rows = await manager.query<{ sourceId: string; text: string }[]>(TEXTS, columns);
  return new Map(rows.map(({ sourceId, text }) => [sourceId, text]));
}
