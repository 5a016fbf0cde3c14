import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stemmer } from '@orama/stemmers/norwegian';
import type { SearchResult } from '#contracts/http/cases/search.js';
import { POLICY } from '#domain/policy/access-policy.js';
import type { AccessRule } from '#domain/policy/access-policy.js';
import { internalTokensOf, readTokensOf, sharedTokensOf } from '#domain/policy/read-access.js';
import { addMessage } from '#store/cases/conversation/messages.js';
import { addNote } from '#store/cases/conversation/notes.js';
import { addDocument, shareDocument, withdrawDocument } from '#store/cases/documents/documents.js';
import { EnquiryTable } from '#store/cases/intake/enquiry-table.js';
import { putCaseText } from '#store/cases/search/case-text.js';
import { searchCases } from '#store/cases/lists/search-cases.js';
import type { Search } from '#store/cases/lists/search-cases.js';
import { monthOf } from '#store/cases/search/search-months.js';
import { searchedWordsOf } from '#store/cases/search/searched-words.js';
import type { Cursor, Page } from '#store/db/page.js';
import { rebuildViews } from '#store/cases/views/rebuild-views.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { ORACLE } from './oracle.js';
import type { OraclePerson } from './oracle.js';
import { actorOf, seededRandom } from './random-cases.js';
import type { RandomCase } from './random-cases.js';
import { startRandomWorld } from './random-world.js';

/** Everything that `GET /search` finds, held against a plain scan of all texts with the oracle's own rules of who sees them. */

let api: TestApi;
let cases: readonly RandomCase[];
let people: readonly OraclePerson[];
const agents = new Map<string, Agent>();
const random = seededRandom(34);
const SEARCHES = 250;

/** Words and endings of which the texts are made; a search is a word of them, a part of one, or two. */
const ROOTS = 'barn vern oppfølging tjeneste saksbehandler møte avtale økonomi by nattåpen skole mentor'.split(' ');
const ENDINGS = ['', 'en', 'et', 'er', 'ene', 'ets', 's', 'a', 'lig'];
const JOINTS = ['', '', '', 's', 'e', '-'];
const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
const compound = (): string => {
  const word = pick(ROOTS) + (random(2) ? '' : pick(JOINTS) + pick(ROOTS)) + pick(ENDINGS);
  return random(4) === 0 ? word.slice(0, 1).toUpperCase() + word.slice(1) : random(9) === 0 ? word.toUpperCase() : word;
};
const sentence = (): string => {
  const words = Array.from({ length: 1 + random(12) }, compound).join(pick([' ', ', ', '. ', '\n']));
  return random(3) === 0 ? words.normalize('NFD') : words;
};

beforeAll(async () => {
  ({ api, cases, people } = await startRandomWorld(1034));
  const { manager } = api.dataSource;
  for (const { state } of cases) {
    const { id: caseId, openedAt: at } = state;
    const row = { caseId, by: 'admin', at };
    for (let n = random(5); n > 0; n -= 1)
      await addNote(manager, { ...row, visibility: pick(['INTERNAL', 'SHARED'] as const), body: sentence() });
    for (let n = random(4); n > 0; n -= 1)
      await addMessage(manager, state, { from: 'STAFF', by: 'admin', at, body: sentence(), contact: false }, 'test');
    for (let n = random(4); n > 0; n -= 1) {
      const visibility = pick(['INTERNAL', 'SHARED'] as const);
      const given = { ...row, visibility, title: sentence(), kind: 'REPORT', from: 'STAFF', handover: null } as const;
      const document = await addDocument(manager, given);
      if (random(4) === 0) await withdrawDocument(manager, document, { by: 'admin', at, reason: 'x' });
      else if (random(3) === 0) await shareDocument(manager, document);
    }
    const enquiry = {
      id: caseId,
      organisation: state.organisation,
      title: 'x',
      description: sentence(),
      channel: 'web',
    };
    await manager.insert(EnquiryTable, { ...enquiry, origin: 'public', receivedAt: new Date(at) });
    // So that the copies of every second case are those that were written first.
    if (random(2)) await rebuildViews(api.dataSource, caseId);
    else await putCaseText(manager, { ...state, title: await titleOf(caseId) });
  }
  for (const { id } of people) agents.set(id, await api.signInAs(id));
}, 180_000);
afterAll(() => api.close());

async function titleOf(caseId: string): Promise<string> {
  const sql = 'SELECT title FROM collaboration WHERE id = $1';
  const [row] = await api.dataSource.query<{ title: string }[]>(sql, [caseId]);
  return row?.title ?? '';
}

interface PlainText {
  readonly caseId: string;
  readonly source: string;
  readonly id: string;
  readonly isInternal: boolean;
  readonly text: string;
}

/** All there is to find, from the tables in which it was written. */
const plainTexts = (): Promise<PlainText[]> =>
  api.dataSource.query<PlainText[]>(
    `SELECT case_id AS "caseId", 'NOTE' AS source, id, visibility = 'INTERNAL' AS "isInternal", body AS text FROM note
     UNION ALL SELECT case_id, 'MESSAGE', id, false, body FROM message
     UNION ALL SELECT case_id, 'DOCUMENT', id, visibility = 'INTERNAL', title FROM document WHERE withdrawn_at IS NULL
     UNION ALL SELECT c.id, 'CASE', c.id, false, concat_ws(' ', t.body #>> '{}', e.description, o.name) FROM collaboration c
       JOIN event v ON v.case_id = c.id AND v.seq = 1 JOIN text t ON t.id = v.data ->> 'title'
       LEFT JOIN enquiry e ON e.id = c.id LEFT JOIN organisation o ON o.id::text = c.organisation`,
  );

const lower = (text: string): string => text.normalize('NFC').toLocaleLowerCase('nb');

/** The rule in other words: every word stands somewhere in the text, or is an inflection of one of its words. */
function isFoundIn(text: string, query: string): boolean {
  const whole = lower(text);
  const stems = new Set(whole.split(/[^\p{L}\p{M}\p{N}]+/u).map(stemmer));
  const words = lower(query)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length > 1);
  return words.every((word) => whole.includes(word) || stems.has(stemmer(word)));
}

const maySee = (who: OraclePerson, { caseId, isInternal }: PlainText): boolean => {
  const it = cases.find(({ state }) => state.id === caseId);
  if (!it) return false;
  return isInternal ? ORACLE.internalRows(who, it.state) : ORACLE.sharedRows(who, it.state);
};

/** All hits of all pages; those of a case that are not shown are asked for by their kind. */
async function searched(agent: Agent, q: string): Promise<string[]> {
  const hits: string[] = [];
  let after: string | null = null;
  do {
    const query: Record<string, string> = { q, limit: '5', ...(after !== null && { after }) };
    const { body } = await agent.get('/api/v1/search').query(query).expect(200);
    const { items, next } = body as SearchResult;
    for (const { collaboration, hits: shown, more } of items) {
      for (const { source, id, excerpt } of shown) {
        const unmarked = excerpt.marks.length === 0 ? ' without a mark' : '';
        hits.push(`${collaboration.number} ${source} ${id}${unmarked}`);
      }
      hits.push(...Array.from({ length: more }, () => `${collaboration.number} more`));
    }
    after = next;
  } while (after !== null);
  return hits.sort();
}

/** As the api shows them: three of a case, the case itself first, and how many more. */
function expected(who: OraclePerson, q: string, texts: readonly PlainText[], found: readonly string[]): string[] {
  const right = texts.filter((it) => maySee(who, it) && isFoundIn(it.text, q));
  return cases
    .flatMap(({ state }) => {
      const here = right
        .filter(({ caseId }) => caseId === state.id)
        .map((it) => `${state.number} ${it.source} ${it.id}`);
      // Which of those that are of the same instant are shown is the api's choice.
      const shown = here.filter((it) => found.includes(it));
      const must = Math.min(3, here.length);
      const chosen = shown.length === must ? shown : here.slice(0, must);
      return [...chosen, ...Array.from({ length: here.length - must }, () => `${state.number} more`)];
    })
    .sort();
}

const query = (): string => {
  const word = compound().replaceAll('-', '');
  const from = random(Math.max(1, word.length - 2));
  const part = random(2) ? word : word.slice(from, from + 2 + random(8));
  return random(5) === 0 ? `${part} ${pick(ROOTS)}` : part;
};

async function disagreements(times: number, who: readonly OraclePerson[]) {
  const texts = await plainTexts();
  const wrong: string[] = [];
  let hits = 0;
  let empty = 0;
  for (let n = 0; n < times; n += 1) {
    const person = pick(who);
    const q = query();
    const found = await searched(agents.get(person.id) as Agent, q);
    const right = expected(person, q, texts, found);
    hits += found.length;
    empty += found.length === 0 ? 1 : 0;
    if (JSON.stringify(found) !== JSON.stringify(right))
      wrong.push(`${person.id} ${q}: ${found.join(', ')} should be ${right.join(', ')}`);
  }
  return { wrong, hits, empty };
}

/** Each way of the search, by numbers that make it take that way. */
const WAYS = {
  'the newest case and the index': { newest: 1 },
  'the index, some months after the other': { newest: 1, fewTexts: 0 },
  'the cases of months of which the index has very many texts': { newest: 1, fewTexts: 0, mostTexts: 0 },
  'the index of some months, the cases of others': { newest: 1, fewTexts: 0, mostTexts: 2 },
  'the cases alone, for a part of very many words': { newest: 1, mostWords: 0 },
  'the index for one word, the cases for another': { newest: 1, mostWords: 3, fewTexts: 3 },
} as const;

async function pagesOf(search: Search, numbers: object): Promise<unknown[]> {
  const pages: unknown[] = [];
  let cursor: Cursor | null | undefined;
  do {
    const asked = { ...numbers, limit: 2, ...(cursor && { cursor }) };
    const { rows, next }: Page<unknown> = await searchCases(api.dataSource.manager, search, asked);
    pages.push(rows);
    cursor = next;
  } while (cursor);
  return pages;
}

const outsiders = () => people.filter(({ represents, invitations }) => represents.length + invitations.length > 0);

/** The API with a fault in one rule of the policy. */
async function withRule<T>(relation: string, change: Partial<AccessRule>, act: () => Promise<T>): Promise<T> {
  const rule = POLICY.find((it) => it.relation === relation);
  if (!rule) throw new Error(`the policy has no relation ${relation}`);
  const right = { ...rule };
  Object.assign(rule, change);
  try {
    return await act();
  } finally {
    Object.assign(rule, right);
  }
}

describe('a search by random people for random words', () => {
  it('finds what a plain scan of all texts finds, and nothing else', async () => {
    const { wrong, hits, empty } = await disagreements(SEARCHES, people);
    console.info(`search: ${SEARCHES} searches, ${hits} hits, ${empty} with none, held against the oracle`);
    expect(wrong).toEqual([]);
    expect([hits > 1_000, empty > 20]).toEqual([true, true]);
  }, 120_000);

  it('knows the month of every case', async () => {
    const rows = await api.dataSource.query<{ month: number; openedAt: Date }[]>(
      'SELECT s.case_month AS month, c.opened_at AS "openedAt" FROM search_text s JOIN collaboration c ON c.id = s.case_id',
    );
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ month, openedAt }) => month !== monthOf(openedAt.toISOString()))).toEqual([]);
  });

  it('finds the same in each of its ways, page by page, in cases of several years', async () => {
    // Months of the cases: 0, 7, 14, ... before, so that some of the months that are searched together have none, one or two.
    for (const [n, { state }] of cases.entries()) {
      const [{ month } = { month: 0 }] = await api.dataSource.query<{ month: number }[]>(
        `WITH moved AS (UPDATE collaboration SET opened_at = opened_at - $2 * interval '7 months' WHERE id = $1 RETURNING opened_at)
         SELECT (extract(year FROM opened_at AT TIME ZONE 'UTC') * 12 + extract(month FROM opened_at AT TIME ZONE 'UTC'))::integer
           AS month FROM moved`,
        [state.id, n],
      );
      await api.dataSource.query('UPDATE search_text SET case_month = $2 WHERE case_id = $1', [state.id, month]);
    }
    const wrong: object[] = [];
    for (let n = 0; n < 150; n += 1) {
      const actor = actorOf(pick(people));
      const words = await searchedWordsOf(api.dataSource.manager, query());
      if (words.length === 0) continue;
      const [tokens, internalTokens, sharedTokens] = [
        readTokensOf(actor),
        internalTokensOf(actor),
        sharedTokensOf(actor),
      ];
      const search = { words, tokens, internalTokens, sharedTokens };
      const all = await pagesOf(search, {});
      for (const [way, numbers] of Object.entries(WAYS)) {
        const found = await pagesOf(search, numbers);
        if (JSON.stringify(found) !== JSON.stringify(all)) wrong.push({ way, words, found, all });
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('would be caught if it showed the entrepreneur what is internal', async () => {
    const { wrong } = await withRule('entrepreneur', { reads: ['shared', 'internal'] }, () =>
      disagreements(40, outsiders()),
    );
    expect(wrong).not.toEqual([]);
  }, 60_000);

  it('would be caught if one entrepreneur found what belongs to another', async () => {
    const all = cases.flatMap(({ state }) => (state.organisation === null ? [] : [`org:${state.organisation}`]));
    const { wrong } = await withRule('entrepreneur', { actorTokens: () => all }, () => disagreements(40, outsiders()));
    expect(wrong).not.toEqual([]);
  }, 60_000);

  it('would be caught if a text were copied as shared, or a word were missing', async () => {
    await api.dataSource.query(`UPDATE search_text SET visibility = 'SHARED'`);
    expect((await disagreements(40, outsiders())).wrong).not.toEqual([]);
    await api.dataSource.query(
      `UPDATE search_text t SET visibility = n.visibility FROM note n WHERE n.id = t.source_id`,
    );
    await api.dataSource.query(`UPDATE search_text SET words = replace(words, 'vern', '')`);
    expect((await disagreements(60, people)).wrong).not.toEqual([]);
  }, 60_000);
});
