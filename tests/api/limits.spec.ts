import http from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { MAX_STREAMS } from '#api/cases/stream/streams.service.js';
import { cookieOf } from '#support/cookies.js';
import { eventually } from '#support/eventually.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { forgetRateLimits } from '#support/forget-rate-limits.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

let api: TestApi;
/** A second api process on the same database. */
let otherUrl: string;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
  otherUrl = await api.startAnother();
}, 120_000);
afterAll(() => api.close());
beforeEach(() => forgetRateLimits(api));

interface Operation {
  readonly requestBody?: object;
  readonly 'x-refusals'?: readonly string[];
}

describe('what needs no sign-in', () => {
  it('takes a body of at most 32 kB, on every route there is', async () => {
    const { body } = await api.anonymous.get('/api/v1/openapi.json').expect(200);
    const open = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, it]) => it.requestBody && !it['x-refusals']?.includes('signed-out'))
        .map(([method]) => [method, path] as const),
    );
    expect(open.map(([, path]) => path)).toEqual(
      expect.arrayContaining(['/api/v1/enquiries', '/api/v1/sign-in-links', '/api/v1/demo/sign-in']),
    );
    for (const [method, path] of open) {
      const send = (bytes: number) => {
        const request = supertest(api.url)[method as 'post'](path.replace(/\{\w+\}/g, 'x'));
        return request.set('Content-Type', 'application/json').send(JSON.stringify({ x: 'x'.repeat(bytes) }));
      };
      expectRefusal(await send(32_000), 413, 'too-large');
      expect((await send(31_900)).status).not.toBe(413);
      expectRefusal(await send(1_100_000), 413, 'too-large');
    }
  });

  it('counts periods of at most a thousand, six hundred a minute', async () => {
    const add = (count: number, url = api.url) =>
      supertest(url).get(`/api/v1/calendar/add?from=2027-02-01&count=${count}&calendar=CALENDAR_DAYS`);
    expectRefusal(await add(1_001), 400, 'malformed');
    for (let n = 0; n < 60; n += 1) await Promise.all(Array.from({ length: 10 }, () => add(1_000).expect(200)));
    expectRefusal(await add(1), 429, 'slow-down');
    expectRefusal(await add(1, otherUrl), 429, 'slow-down');
  }, 60_000);

  it('is limited for all api processes together', async () => {
    const press = (url: string) =>
      supertest(url)
        .post(`/api/v1/sign-in-links/${'A'.repeat(43)}`)
        .send({});
    for (let n = 0; n < 15; n += 1) for (const url of [api.url, otherUrl]) await press(url).expect(404);
    for (const url of [api.url, otherUrl]) expectRefusal(await press(url), 429, 'slow-down');
  });
});

describe('streams', () => {
  const openStream = (agent: Agent, url = api.url): Promise<{ status: number | undefined; close(): void }> =>
    new Promise((resolve, reject) => {
      const address = new URL('/api/v1/stream', url);
      const request = http.get(address, { headers: { cookie: cookieOf(agent, address) } });
      request.once('response', (answer) => {
        answer.resume();
        answer.on('error', () => undefined);
        resolve({ status: answer.statusCode, close: () => request.destroy() });
      });
      request.once('error', reject);
    });

  it('of one session are ten at most in one process, and room comes back when one is closed', async () => {
    const [mine, others] = [await api.signInAs('mottak'), await api.signInAs('leder.helse')];
    const open: Awaited<ReturnType<typeof openStream>>[] = [];
    for (let n = 0; n < MAX_STREAMS; n += 1) open.push(await openStream(mine));
    expect(open.map(({ status }) => status)).toEqual(Array(MAX_STREAMS).fill(200));
    expectRefusal(await mine.get('/api/v1/stream'), 429, 'slow-down');
    open.push(await openStream(others));
    expect(open.at(-1)?.status).toBe(200);
    open[0]?.close();
    await eventually(async () => {
      open.push(await openStream(mine));
      expect(open.at(-1)?.status).toBe(200);
    });
    for (const stream of open) stream.close();
  });

  it('are opened sixty times a minute at most by one session, in all processes together', async () => {
    const mine = await api.signInAs('mottak');
    const statuses = [];
    for (let n = 0; n < 62; n += 1) {
      const stream = await openStream(mine, n % 2 ? otherUrl : api.url);
      statuses.push(stream.status);
      stream.close();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });
});
