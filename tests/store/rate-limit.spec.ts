import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DatabaseService } from '#api/shared/database.service.js';
import { createLogger } from '#platform/logger.js';
import type { HttpRefusal } from '#platform/problems/http-refusal.js';
import { RateLimit } from '#platform/rate-limit.js';
import type { RateLimitStore } from '#platform/rate-limit.js';
import { RATE_LIMITS, queryRateLimits } from '#store/access/rate-limits.js';
import { stafettDataSource } from '#store/data-source.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';

const log = createLogger('test', 'silent');

let database: TestDatabase;
/** Connected as the api, which may not create tables. */
let connection: DatabaseService;
beforeAll(async () => {
  database = await freshDatabase();
  connection = new DatabaseService(stafettDataSource({ url: database.urls.api }), log);
  await connection.connect();
});
afterEach(() => void jest.restoreAllMocks());
afterAll(async () => {
  await connection.onApplicationShutdown();
  await database.close();
});

const storeOf = (by: DatabaseService): RateLimitStore => ({
  table: RATE_LIMITS,
  secret: 's',
  query: async (statement) => queryRateLimits(by.manager, statement),
});
const threeAMinute = (name: string, by = connection): RateLimit => new RateLimit(name, 3, 60, storeOf(by));

const refusedAt = async (limit: RateLimit, key: string, wall: number): Promise<HttpRefusal | undefined> => {
  jest.spyOn(Date, 'now').mockReturnValue(wall);
  return limit.take(key).then(
    () => undefined,
    (error: HttpRefusal) => error,
  );
};

describe('a rate limit of 3 in 60 seconds', () => {
  it('lets three through, refuses the fourth with the seconds to wait, and forgets after a minute', async () => {
    const limit = threeAMinute('one');
    for (const wall of [1, 10_000, 20_000]) expect(await refusedAt(limit, 'a', wall)).toBeUndefined();
    for (const [wall, wait] of [
      [30_000, '31'],
      [59_000, '2'],
    ] as const) {
      const refused = await refusedAt(limit, 'a', wall);
      expect(refused).toMatchObject({ status: 429, code: 'slow-down', headers: { 'Retry-After': wait } });
    }
    expect(await refusedAt(limit, 'b', 30_000)).toBeUndefined();
    for (const wall of [60_002, 60_003, 60_004]) expect(await refusedAt(limit, 'a', wall)).toBeUndefined();
    expect((await refusedAt(limit, 'a', 60_005))?.code).toBe('slow-down');
  });

  it('counts the calls of all processes together, and those of another limit apart', async () => {
    const [here, there] = [threeAMinute('two'), threeAMinute('two')];
    for (const limit of [here, there, here]) expect(await refusedAt(limit, 'a', 1)).toBeUndefined();
    expect((await refusedAt(there, 'a', 2))?.code).toBe('slow-down');
    expect(await refusedAt(threeAMinute('three'), 'a', 3)).toBeUndefined();
  });

  it('lets exactly three of many through that come at once', async () => {
    const limit = threeAMinute('four');
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => limit.take('a')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  it('refuses a flood without asking the database each time', async () => {
    let queries = 0;
    const store = storeOf(connection);
    const query: RateLimitStore['query'] = (statement) => ((queries += 1), store.query(statement));
    const limit = new RateLimit('five', 3, 60, { ...store, query });
    for (let call = 0; call < 20; call += 1) await limit.take('a').catch(() => undefined);
    expect(queries).toBe(4);
  });

  it('stores nothing from which an address can be read', async () => {
    await threeAMinute('six').take('192.0.2.1');
    const rows = await database.dataSource.query<{ key: string }[]>(`SELECT * FROM rate_limit WHERE key LIKE 'six%'`);
    expect(rows).toEqual([{ key: expect.stringMatching(/^six:[\w-]{43}$/), points: 1, expire: expect.any(String) }]);
  });

  it('is 503 unavailable while there is no database', async () => {
    const away = new DatabaseService(stafettDataSource({ url: 'postgres://127.0.0.1:1/none' }), log);
    const refused = await refusedAt(threeAMinute('seven', away), 'a', 0);
    expect(refused).toMatchObject({ status: 503, code: 'unavailable' });
  });
});
