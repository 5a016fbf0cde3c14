import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

/** What a browser is told with every kind of answer, whoever made it: a route, a guard, the parser of bodies or nobody. */

let api: TestApi;
let admin: Agent;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
  admin = await api.signInAs('admin');
}, 60_000);
afterAll(() => api.close());

const JSON_UTF8 = 'application/json; charset=utf-8';
const PROBLEM_UTF8 = 'application/problem+json; charset=utf-8';
const HTML_UTF8 = 'text/html; charset=utf-8';

type Ask = () => Promise<supertest.Response>;
const KINDS: readonly (readonly [string, number, string | undefined, Ask])[] = [
  ['a list', 200, JSON_UTF8, async () => admin.get('/api/v1/collaborations')],
  ['the front page', 200, HTML_UTF8, async () => supertest(api.url).get('/')],
  ['the page of a link', 200, HTML_UTF8, async () => admin.get('/api/v1/sign-in-links/x').set('Accept', 'text/html')],
  ['a table to download', 200, 'text/csv; charset=utf-8', async () => admin.get('/api/v1/audit/export')],
  ['a stream', 200, 'text/event-stream; charset=utf-8', async () => admin.head('/api/v1/stream')],
  ['the description of the api', 200, JSON_UTF8, async () => admin.get('/api/v1/openapi.json')],
  ['an answer without a body', 204, undefined, async () => admin.delete('/api/v1/me/sessions')],
  ['an address that is none', 404, PROBLEM_UTF8, async () => admin.get('/api/v1/nothing')],
  ['an address that cannot be read', 400, PROBLEM_UTF8, async () => admin.get('/api/v1/people/%E0%A4%A')],
  ['a query that is not understood', 400, PROBLEM_UTF8, async () => admin.get('/api/v1/clock?x=1')],
  ['nobody signed in', 401, PROBLEM_UTF8, async () => supertest(api.url).get('/api/v1/me')],
  [
    'another site',
    403,
    PROBLEM_UTF8,
    async () => admin.post('/api/v1/sign-out').set('Sec-Fetch-Site', 'cross-site').send({}),
  ],
  ['a body that is no JSON', 400, PROBLEM_UTF8, async () => sendText('{')],
  ['a body of another type', 415, PROBLEM_UTF8, async () => admin.post('/api/v1/enquiries').type('text').send('x')],
  ['a body that is too large', 413, PROBLEM_UTF8, async () => sendText(JSON.stringify('x'.repeat(1_100_000)))],
  ['a door that is not set up', 404, PROBLEM_UTF8, async () => admin.get('/api/v1/sign-in')],
];
const sendText = async (text: string) => admin.post('/api/v1/enquiries').type('application/json').send(text);

describe('the answer to', () => {
  it.each(KINDS)('%s (%i) says what it is, in which encoding, and what a browser may do with it', async (...row) => {
    const [, status, type, ask] = row;
    const { status: actual, headers } = await ask();
    expect({ status: actual, type: headers['content-type'] }).toEqual({ status, type });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = headers['content-security-policy']?.split(/;\s*/);
    for (const rule of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
    expect(policy?.join()).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe('a page of another origin', () => {
  it.each(['https://evil.example', 'null'])('%s is nowhere told that it may read an answer', async (origin) => {
    const answers = [
      await admin.get('/api/v1/me').set('Origin', origin),
      await admin.get('/api/v1/clock').set('Origin', origin),
      await admin
        .options('/api/v1/collaborations')
        .set({ Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'x' }),
    ];
    for (const { headers } of answers)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('signing out', () => {
  it('takes a form, and answers with a page', async () => {
    const agent = await api.signInAs('redaktor');
    const { text } = await agent.post('/api/v1/sign-out').type('form').send('').expect(200);
    expect(text).toContain('Du er logget ut');
    await agent.get('/api/v1/me').expect(401);
  });

  it('has the browser forget what it kept of us, and the cookie', async () => {
    const agent = await api.signInAs('redaktor');
    const { headers } = await agent.post('/api/v1/sign-out').expect(204);
    expect(headers['clear-site-data']).toBe('"cache", "storage"');
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^stafett-test=; Path=\/; Expires=Thu, 01 Jan 1970/)]);
  });

  it('takes a form of no other address', async () => {
    await admin.post('/api/v1/sign-outs').type('form').send('').expect(415);
    await admin.post('/api/v1/demo/sign-in').type('form').send('user=admin').expect(415);
  });
});
