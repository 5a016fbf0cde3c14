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
import { monthOf, monthToken, startOfMonth, TOKENS_SQL } from '../search/search-months.js';
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

/** So many of the newest cases are looked through one after the other, before the index is asked. */
const NEWEST_CASES = 100;
/** A part of more words than these is looked for in the texts themselves: the index takes a moment for each word. */
export const MOST_WORDS = 20_000;
/** The index is asked for so many words at once; for each text that it finds, it goes through all of them. */
const WORDS_AT_ONCE = 200;
/** So many texts of the index are read to see whether there are few, of all years and then of some months. */
const FEW_TEXTS = 1_000;
const MOST_TEXTS = 5_000;
/** The newest months first, then years: of each the index gives what it has of them alone. */
const MONTHS_AT_ONCE = [2, 10, 12] as const;
const ALL = 10_000_000;

interface Asked extends Paging {
  /** In place of the numbers above. */
  readonly newest?: number;
  readonly mostWords?: number;
  readonly fewTexts?: number;
  readonly mostTexts?: number;
}

/**
 * The cases in which the words are found, and that the reader may see them in.
 *
 * 1. All cases of a reader of few are looked through.
 * 2. The newest cases of others: a word that many texts have is in enough of them.
 * 3. An index of whole words gives the cases that have the words in some text. When they are few, these are looked through.
 * 4. When they are many, it is asked for those of some months, from the newest, until there are enough. Where it has very many, all
 *    cases of the reader in these months are looked through instead.
 * 5. A part of very many words is looked for in all cases of the reader, from the newest, until there are enough.
 */
export async function searchCases(manager: EntityManager, search: Search, paging: Asked): Promise<Page<FoundCase>> {
  const page = pageOf(await rowsFound(manager, search, paging), paging.limit, cursorIn);
  return { ...page, rows: page.rows.map(({ cursor: _cursor, ...row }) => row) };
}

async function rowsFound(manager: EntityManager, search: Search, paging: Asked): Promise<Row[]> {
  const { newest = NEWEST_CASES, fewTexts = FEW_TEXTS, limit } = paging;
  const few = await fewReadableCases(manager, search.tokens);
  if (few !== null && few.length <= (paging.newest ?? few.length))
    return lookThrough(manager, search, paging, { among: few });
  const first = await lookThrough(manager, search, paging, { most: newest });
  if (first.length > limit) return first;
  const wanted = await wordsWanted(manager, search, paging.mostWords ?? MOST_WORDS);
  if (wanted.length === 0) return lookThrough(manager, search, paging, {});
  // Of many words each is in few texts.
  const most = Math.max(fewTexts, ...(fewTexts > 0 ? wanted.map((words) => 2 * words.length) : []));
  const found = await casesOfTexts(manager, search, wanted, { most });
  return found ? lookThrough(manager, search, paging, { among: found }) : byMonths(manager, search, wanted, paging);
}

/** What the index gives, some months after the other. */
async function byMonths(
  manager: EntityManager,
  search: Search,
  wanted: readonly (readonly string[])[],
  paging: Asked,
): Promise<Row[]> {
  const { mostTexts = MOST_TEXTS, limit } = paging;
  const [newest, oldest] = await monthsSearched(manager, paging);
  const found: Row[] = [];
  let until = newest;
  for (let n = 0; until >= oldest && found.length <= limit; n += 1) {
    const months = { until, from: until - (MONTHS_AT_ONCE[n] ?? MONTHS_AT_ONCE[2]) + 1 };
    const among = await casesOfTexts(manager, search, wanted, { most: mostTexts, months });
    found.push(...(await lookThrough(manager, search, paging, among ? { among } : { months })));
    until = months.from - 1;
  }
  return found.slice(0, limit + 1);
}

/** The months of the newest and the oldest case after the cursor. */
async function monthsSearched(manager: EntityManager, { cursor }: Paging): Promise<readonly [number, number]> {
  const where = new Where().after(SORTED_BY, 'DESC', cursor);
  const [row] = await manager.query<{ newest: Date | null; oldest: Date | null }[]>(
    `SELECT max(c.opened_at) AS newest, min(c.opened_at) AS oldest FROM collaboration c WHERE ${where.toString()}`,
    where.parameters,
  );
  if (!row?.newest || !row.oldest) return [0, 1];
  return [monthOf(row.newest.toISOString()), monthOf(row.oldest.toISOString())];
}

/** Inclusive. */
interface Months {
  readonly from: number;
  readonly until: number;
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
  readonly most?: number;
  readonly months?: Months;
}

/** Looks through cases in their order, and stops when there are enough for a page. The limit inside keeps Postgres to that. */
async function lookThrough(
  manager: EntityManager,
  search: Search,
  paging: Paging,
  { among, months, most = ALL }: Walk,
): Promise<Row[]> {
  if (among?.length === 0) return [];
  const where = readable(search, paging)
    .and('c.id = ANY ($?::uuid[])', among)
    .and('c.opened_at >= $?::timestamptz', months && startOfMonth(months.from))
    .and('c.opened_at < $?::timestamptz', months && startOfMonth(months.until + 1));
  const order = orderSql(SORTED_BY, 'DESC');
  const cases = `SELECT ${COLUMNS} FROM collaboration c WHERE ${where.toString()} ${order} LIMIT ${most}`;
  const texts = `SELECT ${HITS} FROM search_text s WHERE s.case_id = c.id AND ${matches(where, search)}`;
  return manager.query<Row[]>(
    `SELECT c.id, c.number, c.title, c.phase, c.state, h.hits, ${cursorSql(SORTED_BY)}
     FROM (${cases}) c CROSS JOIN LATERAL (${texts}) h WHERE h.hits IS NOT NULL ${order} LIMIT ${paging.limit + 1}`,
    where.parameters,
  );
}

/** For each word that is searched for, the words of texts by which it is found; none for a part of more than `most`. */
async function wordsWanted(manager: EntityManager, { words }: Search, most: number): Promise<string[][]> {
  const wanted: string[][] = [];
  for (const { word, stem } of words) {
    const having = await manager.query<{ word: string }[]>(WORDS_WITH, [partPattern(word), most + 1]);
    if (having.length <= most)
      wanted.push([...having.map((row) => row.word), ...(stem === null ? [] : [markedStem(stem)])]);
  }
  return wanted;
}

/** Planned for all of its rows: Postgres expects so many that it would read the table for the first of them. */
const WORDS_WITH = `WITH matching AS MATERIALIZED (SELECT w.word FROM search_word w WHERE w.word LIKE $1)
  SELECT word FROM matching LIMIT $2`;

/**
 * The cases of texts that have the words, whoever may see them; null when there are more than `most` texts. A word that is a part of
 * many is left to `lookThrough`. The index of whole words is exact: one of parts of words would make Postgres read every long text
 * to see whether they are parts of the same word.
 */
async function casesOfTexts(
  manager: EntityManager,
  { source }: Search,
  wanted: readonly (readonly string[])[],
  { most, months }: { readonly most: number; readonly months?: Months },
): Promise<readonly string[] | null> {
  const [fewest = [], ...others] = [...wanted].sort((a, b) => a.length - b.length);
  const where = new Where([fewest]).and(`${TOKENS_SQL} && ($1::text[])[n:n + ${WORDS_AT_ONCE - 1}]`);
  for (const words of others.filter((it) => it.length <= WORDS_AT_ONCE))
    where.and(`${TOKENS_SQL} && $?::text[]`, words);
  where.and(`${TOKENS_SQL} && $?::text[]`, months && tokensOf(months)).and('s.source = $?', source);
  const rows = await manager.transaction(async (within) => {
    await within.query(BY_INDEX);
    return within.query<{ id: string }[]>(
      `WITH matching AS MATERIALIZED (
         SELECT s.id FROM generate_series(1, ${fewest.length}, ${WORDS_AT_ONCE}) n
         CROSS JOIN LATERAL (SELECT s.case_id AS id FROM search_text s WHERE ${where.toString()}) s)
       SELECT id FROM matching LIMIT ${most + 1}`,
      where.parameters,
    );
  });
  return rows.length > most ? null : [...new Set(rows.map(({ id }) => id))];
}

/** Postgres expects that half of all texts have one of some hundred words, and would read them all. */
const BY_INDEX = 'SET LOCAL enable_seqscan = off';

const tokensOf = ({ from, until }: Months): string[] =>
  Array.from({ length: until - from + 1 }, (_, n) => monthToken(from + n));

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
