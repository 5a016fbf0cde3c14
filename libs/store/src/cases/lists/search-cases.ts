import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { SearchedWord } from '#domain/search/excerpt.js';
import type { SearchSource } from '#domain/search/words.js';
import type { Instant } from '#domain/time.js';
import { cursorIn, cursorSql, orderSql, pageOf } from '../../db/page.js';
import type { Page, Paging, SortKey, WithCursor } from '../../db/page.js';
import { Where } from '../../db/where.js';
import { fewReadableCases, readableSql } from './readable-cases.js';
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

/** So many cases are looked through one after the other. */
const FEW_CASES = 200;
/** So many words have a part that few texts have; with more, the index is slow. */
const FEW_WORDS = 500;
/** So many texts are fetched to see whether there are few. */
const FEW_TEXTS = 2_000;
const ALL = 10_000_000;

interface Asked extends Paging {
  /** In place of `FEW_CASES` and `FEW_TEXTS`. */
  readonly lookedThrough?: number;
  readonly fetched?: number;
}

/**
 * The cases in which the words are found, and that the reader may see them in.
 *
 * 1. All cases of a reader of few are looked through.
 * 2. An index of whole words gives the cases that have the words in some text; when they are few, these are looked through.
 * 3. A word that many texts have is in enough of the newest cases of the reader; when it is not, 2 is done for all.
 */
export async function searchCases(manager: EntityManager, search: Search, paging: Asked): Promise<Page<FoundCase>> {
  const page = pageOf(await rowsFound(manager, search, paging), paging.limit, cursorIn);
  return { ...page, rows: page.rows.map(({ cursor: _cursor, ...row }) => row) };
}

async function rowsFound(manager: EntityManager, search: Search, paging: Asked): Promise<Row[]> {
  const { lookedThrough = FEW_CASES, fetched = FEW_TEXTS, limit } = paging;
  const through = (walk: Walk): Promise<Row[]> => lookThrough(manager, search, paging, walk);
  const few = await fewReadableCases(manager, search.tokens);
  if (few !== null && few.length <= lookedThrough) return through({ among: few, most: ALL });
  const wanted = await wordsWanted(manager, search);
  if (wanted.every((words) => words.length <= FEW_WORDS)) {
    const found = await casesOfTexts(manager, search, wanted, fetched + 1);
    if (found.texts <= fetched) return through({ among: found.cases, most: ALL });
  }
  const newest = await through({ most: lookedThrough });
  if (newest.length > limit) return newest;
  const { cases } = await casesOfTexts(manager, search, wanted, ALL);
  return through({ among: cases, most: ALL });
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
async function lookThrough(
  manager: EntityManager,
  search: Search,
  paging: Paging,
  { among, most }: Walk,
): Promise<Row[]> {
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

/** For each word that is searched for, the words of texts by which it is found. */
async function wordsWanted(manager: EntityManager, { words }: Search): Promise<string[][]> {
  const wanted: string[][] = [];
  for (const { word, stem } of words) {
    const having = await manager.query<{ word: string }[]>(WORDS_WITH, [partPattern(word)]);
    wanted.push([...having.map((row) => row.word), ...(stem === null ? [] : [markedStem(stem)])]);
  }
  return wanted;
}

const WORDS_WITH = 'SELECT w.word FROM search_word w WHERE w.word LIKE $1';

/**
 * The cases of texts that have all words, whoever may see them. The index of whole words is exact: one of parts of words would
 * make Postgres read every long text to see whether they are parts of the same word.
 */
async function casesOfTexts(
  manager: EntityManager,
  { source }: Search,
  wanted: readonly string[][],
  most: number,
): Promise<{ readonly texts: number; readonly cases: readonly string[] }> {
  const where = new Where();
  for (const words of wanted) where.and(`string_to_array(s.words, ' ') && $?::text[]`, words);
  where.and('s.source = $?', source);
  const rows = await manager.query<{ id: string }[]>(
    `SELECT s.case_id AS id FROM search_text s WHERE ${where.toString()} LIMIT ${most}`,
    where.parameters,
  );
  return { texts: rows.length, cases: [...new Set(rows.map(({ id }) => id))] };
}

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
