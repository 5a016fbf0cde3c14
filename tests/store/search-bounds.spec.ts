import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EntityManager } from 'typeorm';
import { coreOf } from '#domain/process/process-core.js';
import { seedPeople } from '#infra/demo/seed-people.js';
import { newestProcess } from '#processes/versions.js';
import { MOST_WORDS, searchCases } from '#store/cases/lists/search-cases.js';
import { putSearchTexts } from '#store/cases/search/search-texts.js';
import { searchedWordsOf } from '#store/cases/search/searched-words.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { viewRow } from '#store/cases/views/view-rows.js';
import { insertRows } from '#store/db/write-rows.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';

/** What a search sends to Postgres and gets from it, counted: a time would depend on the machine. */

const OWNER = 'saksbehandler.helse';
const TOKENS = [`user:${OWNER}`];
/** More than a reader of few has. */
const CASES = 620;
const YEARS = 10;
/** A part of more words than the search asks the index for. */
const PART = 'zq';
/** In one text of the oldest ten cases. */
const OLD = 'fortidsminne';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const { manager } = database.dataSource;
  await seedPeople(manager);
  const state = openSimulatedCase('2027-05-01T08:00:00.000Z', { owner: OWNER, unit: 'helse' }).state();
  const row = { ...viewRow(coreOf(newestProcess), state), organisation: null, title: 'x', epoch: 1 };
  const cases = Array.from({ length: CASES }, (_, n) => ({
    ...row,
    id: randomUUID(),
    number: `2027-${String(n).padStart(4, '0')}`,
    openedAt: new Date(Date.UTC(2027, 0, 1) - (n * YEARS * 365 * 86_400_000) / CASES).toISOString(),
  }));
  await insertRows(manager, CollaborationTable, cases);
  const texts = cases.map(({ id, openedAt }, n) => ({
    ...({ caseId: id, source: 'CASE', sourceId: id, visibility: 'SHARED', at: openedAt } as const),
    text: `vanlig ord${n >= CASES - 10 ? ` ${OLD} ${PART}1` : ''}`,
  }));
  await putSearchTexts(manager, texts);
  await manager.query(
    `INSERT INTO search_word (word) SELECT '${PART}' || n FROM generate_series(1, ${MOST_WORDS + 5_000}) n ON CONFLICT DO NOTHING`,
  );
  await manager.query('ANALYZE');
}, 60_000);
afterAll(() => database.close());

/** @returns how many cases are found, the statements, and the greatest number of values that one sends or gets. */
async function counted(query: string, numbers = {}) {
  const { manager } = database.dataSource;
  const words = await searchedWordsOf(manager, query);
  const sent = jest.spyOn(EntityManager.prototype, 'query');
  try {
    const search = { words, tokens: TOKENS, internalTokens: TOKENS, sharedTokens: TOKENS };
    const { rows } = await searchCases(manager, search, { limit: 20, ...numbers });
    const values = sent.mock.calls.flatMap(([, given]) =>
      ((given ?? []) as unknown[]).map((it) => (Array.isArray(it) ? it.length : 1)),
    );
    const got = await Promise.all(sent.mock.results.map(async ({ value }) => ((await value) as unknown[]).length));
    return { found: rows.length, statements: sent.mock.calls.length, most: Math.max(...values, ...got) };
  } finally {
    sent.mockRestore();
  }
}

describe('a search by somebody who reads many cases', () => {
  it('takes two statements for a word that the newest cases have, however many words have it', async () => {
    const { found, statements, most } = await counted('an');
    expect([found, statements]).toEqual([20, 2]);
    expect(most).toBeLessThan(600);
  });

  it('never asks the index for more words than its bound, and finds what is in old cases all the same', async () => {
    const { found, statements, most } = await counted(PART);
    expect(found).toBe(10);
    expect(statements).toBeLessThan(8);
    expect(most).toBeLessThanOrEqual(MOST_WORDS + 1);
  });

  it('asks the index once for a word of few texts, and once for some months of a word of many', async () => {
    expect(await counted(OLD)).toMatchObject({ found: 10, statements: 6 });
    const byMonths = await counted(OLD, { fewTexts: 0 });
    expect(byMonths.found).toBe(10);
    // The newest months, and the years: a statement to begin, the index, and the cases of those months that have it.
    expect(byMonths.statements).toBeLessThan(6 + 3 * (YEARS + 2));
    expect(byMonths.most).toBeLessThan(600);
  });
});
