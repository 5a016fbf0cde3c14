import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { forgetRateLimits } from '#support/forget-rate-limits.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

/** Requests that another site's page sends with a person's session are refused; programs and our own pages pass. */

let api: TestApi;
let staff: Agent;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', settings: { STAFETT_URL: 'http://stafett.fjordvik.example' } });
  staff = await api.signInAs('saksbehandler.helse');
}, 60_000);
afterAll(() => api.close());

const openCaseWith = (headers: Record<string, string>) =>
  staff.post('/api/v1/collaborations').set(headers).send({ title: 'Behov', description: 'Et behov' });
const countEnquiries = async (): Promise<number> =>
  Number((await api.dataSource.query('SELECT count(*) AS n FROM enquiry'))[0].n);

describe('a request that changes something', () => {
  it.each<[string, Record<string, string>]>([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another host of the same site', { 'Sec-Fetch-Site': 'same-site' }],
    ['another origin, in an older browser', { Origin: 'https://evil.example' }],
    ['a page without an origin', { Origin: 'null' }],
    ['another port', { Origin: 'http://stafett.fjordvik.example:8080' }],
    [
      'another site that claims our origin',
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://stafett.fjordvik.example' },
    ],
  ])('from a page of %s is refused, and nothing has changed', async (_, headers) => {
    const before = await countEnquiries();
    const { status, body } = await openCaseWith(headers);
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'forbidden' });
    expect(await countEnquiries()).toBe(before);
  });

  it.each<[string, Record<string, string>]>([
    ['our own page', { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://stafett.fjordvik.example' }],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }],
    ['our own page, in an older browser', { Origin: 'http://stafett.fjordvik.example' }],
    ['a program', {}],
  ])('from %s is taken', async (_, headers) => {
    await openCaseWith(headers).expect(201);
  });

  it('from our own page at the address that the request came to is taken', async () => {
    await openCaseWith({ Origin: api.url }).expect(201);
  });

  it('is refused on public routes too: nobody is signed in or out by another site', async () => {
    const anyone = supertest(api.url);
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    await anyone.post('/api/v1/demo/sign-in').set(headers).send({ user: 'admin' }).expect(403);
    await staff.post('/api/v1/sign-out').set(headers).expect(403);
    await staff.get('/api/v1/me').expect(200);
  });

  it('is logged when we know whose name it was sent in', async () => {
    await openCaseWith({ Origin: 'https://evil.example' }).expect(403);
    const lines = await api.dataSource.query(
      `SELECT by, detail FROM audit_entry WHERE kind = 'refused' ORDER BY id DESC`,
    );
    expect(lines[0]).toEqual({
      by: 'saksbehandler.helse',
      detail: { code: 'forbidden', method: 'POST', route: '/api/v1/collaborations' },
    });
  });
});

describe('a request that only reads', () => {
  it('is answered wherever it comes from: the browser keeps the answer from others', async () => {
    await staff.get('/api/v1/me').set('Sec-Fetch-Site', 'cross-site').set('Origin', 'https://evil.example').expect(200);
  });
});

describe('every answer', () => {
  it('says that no cache may keep it, nobody may frame it, and only what is ours may run in it', async () => {
    for (const path of ['/me', '/clock', '/nothing']) {
      const { headers } = await staff.get(`/api/v1${path}`);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});

describe('the demonstration’s sign-in', () => {
  it('is slowed down after more than a thousand a minute, by address', async () => {
    await forgetRateLimits(api);
    const statuses = new Map<number, number>();
    for (let n = 0; n < 130; n += 1) {
      const batch = await Promise.all(
        Array.from({ length: 10 }, () => supertest(api.url).post('/api/v1/demo/sign-in').send({ user: 'nobody' })),
      );
      for (const { status } of batch) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(statuses.get(422)).toBeGreaterThanOrEqual(1_100);
    expect(statuses.get(429)).toBeGreaterThanOrEqual(90);
  });

  it('counts by the address that the connection comes from: what a caller says of it is not believed', async () => {
    const answer = await supertest(api.url)
      .post('/api/v1/demo/sign-in')
      .set('X-Forwarded-For', '192.0.2.1')
      .send({ user: 'nobody' });
    expect(answer.status).toBe(429);
  });
});

describe('the demonstration', () => {
  it('answers nobody who believes it to be another machine: a name that comes to resolve to this one', async () => {
    const ask = (host: string) => supertest(api.url).get('/api/v1/clock').set('Host', host);
    for (const host of ['evil.example', '127.0.0.1.evil.example:3000']) {
      const { status, body } = await ask(host);
      expect([status, body.code]).toEqual([403, 'forbidden']);
    }
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]', 'stafett.fjordvik.example'])
      await ask(host).expect(200);
  });
});

describe('behind a proxy', () => {
  let apiBehindProxy: TestApi;
  beforeAll(async () => {
    apiBehindProxy = await startTestApi({ temporal: 'down', settings: { STAFETT_TRUST_PROXY: '1' } });
  }, 60_000);
  afterAll(() => apiBehindProxy.close());

  it('the address is the one that the proxy tells, whatever the caller told the proxy', async () => {
    const badToken = (forwarded: string) =>
      supertest(apiBehindProxy.url).get('/api/v1/me').set({ Authorization: 'Bearer x', 'X-Forwarded-For': forwarded });
    for (let n = 0; n < 30; n += 1) await badToken('192.0.2.1').expect(401);
    await badToken('192.0.2.1').expect(429);
    await badToken('198.51.100.9, 192.0.2.1').expect(429);
    await badToken('192.0.2.2').expect(401);
  });
});
