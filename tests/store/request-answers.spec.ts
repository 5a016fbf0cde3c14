import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { claimRequest, saveAnswer, sweepRequestAnswers } from '#store/db/request-answers.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';

let database: TestDatabase;
let api: DataSource;
let worker: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  [api, worker] = await Promise.all([database.connectAs('api'), database.connectAs('worker')]);
});
afterAll(() => database.close());

const request = (key: string) => ({ caller: 'kari', key, hash: 'h', answer: {} });

describe('the answer to a request', () => {
  it('is made once when two come at the same time, and the second waits for it', async () => {
    const answerOnce = (id: number) =>
      api.transaction(async (manager) => {
        const earlier = await claimRequest(manager, request('twice'));
        if (earlier) return earlier.answer;
        await saveAnswer(manager, request('twice'), { id });
        return { id };
      });
    const [one, other] = await Promise.all([answerOnce(1), answerOnce(2)]);
    expect(other).toEqual(one);
  });

  it('is not kept when the request fails', async () => {
    const failing = api.transaction(async (manager) => {
      await claimRequest(manager, request('fails'));
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(await claimRequest(api.manager, request('fails'))).toBeUndefined();
  });

  it('is forgotten by the worker after a week, not before', async () => {
    await claimRequest(api.manager, request('old'));
    await claimRequest(api.manager, request('young'));
    const age = (key: string, days: number) =>
      database.dataSource.query(`UPDATE request_answer SET at = now() - $2 * interval '1 day' WHERE key = $1`, [
        key,
        days,
      ]);
    await age('old', 8);
    await age('young', 6);
    expect(await sweepRequestAnswers(worker.manager)).toBe(1);
    expect(await claimRequest(api.manager, request('young'))).toBeDefined();
    expect(await claimRequest(api.manager, request('old'))).toBeUndefined();
  });
});
