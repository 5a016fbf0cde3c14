import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeApi } from '#api/describe-api.js';
import { OpenApiDocument } from '#support/openapi-document.js';
import type { Answer, OpenApi } from '#support/openapi-document.js';
import { sampleBody } from '#support/sample-body.js';
import { forgetRateLimits } from '#support/forget-rate-limits.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

/** Every operation is called by people of many kinds, rightly and wrongly; each answer must be one that is declared. */

let api: TestApi;
let openapi: OpenApiDocument;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', seed: 'demo' });
  openapi = new OpenApiDocument((await describeApi()) as OpenApi);
  ids = await knownIds();
}, 180_000);
afterAll(() => api.close());

/** Ends the session or the person that the sweep goes on with. */
const ENDING = /sign-out|sessions|departure|erasure|demo\/sign-in/;

async function cookieOf(user: string | undefined): Promise<string> {
  if (user === undefined) return '';
  const signedIn = await api.anonymous.post('/api/v1/demo/sign-in').send({ user }).expect(204);
  return (signedIn.headers['set-cookie'] as unknown as string[]).map((it) => it.split(';', 1)[0]).join('; ');
}

async function call(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const aborter = new AbortController();
  const response = await fetch(`${api.url}${path}`, {
    ...init,
    method: method.toUpperCase(),
    redirect: 'manual',
    signal: aborter.signal,
  });
  const type = response.headers.get('content-type') ?? undefined;
  const isEndless = type?.startsWith('text/event-stream') === true;
  const text = isEndless ? ': open' : await response.text();
  if (isEndless) aborter.abort();
  return { status: response.status, type, text };
}

async function knownIds(): Promise<Record<string, string>> {
  const admin = await api.signInAs('admin');
  const first = async (path: string) =>
    ((await admin.get(`/api/v1${path}`).expect(200)).body.items ?? [])[0] as { id: string };
  const { id, deadline } = await caseWithDeadline(admin);
  return {
    'collaborations/{id}': id,
    'people/{id}': 'saksbehandler2.helse',
    'units/{id}': 'helse',
    deadlineId: deadline,
    organisation: (await first('/organisations')).id,
    contact: NOBODY,
    version: '1',
    year: '2027',
    role: 'saksbehandler',
    unit: 'helse',
    from: '2020-01-01',
  };
}
async function caseWithDeadline(admin: Agent): Promise<{ readonly id: string; readonly deadline: string }> {
  const { body } = await admin.get('/api/v1/collaborations').expect(200);
  for (const { id } of body.items as readonly { id: string }[]) {
    const found = await admin.get(`/api/v1/collaborations/${id}/deadlines`).expect(200);
    const [deadline] = found.body.items as readonly { id: string }[];
    if (deadline) return { id, deadline: deadline.id };
  }
  throw new Error('no case of the demonstration has a deadline');
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** The path with ids that are there, or with one that is nowhere. */
const filled = (path: string, real: boolean): string =>
  path.replace(
    /(\w+\/)?\{(\w+)\}/g,
    (whole: string, before = '', name: string) =>
      before + encodeURIComponent(real ? (ids[`${before}{${name}}`] ?? ids[name] ?? NOBODY) : `ingen${whole.length}`),
  );

interface Request {
  readonly path: string;
  readonly init?: RequestInit;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** One operation, called rightly and wrongly. */
function requestsOf(path: string, method: string, schema: Readonly<Record<string, unknown>> | undefined): Request[] {
  const paths = [...new Set([filled(path, true), filled(path, false)])];
  if (method === 'get')
    return paths.flatMap((it) =>
      ['', '?limit=1', '?limit=0', '?x=1', '?q=%E5&cursor=x'].map((query) => ({ path: it + query })),
    );
  const bodies = schema
    ? [false, true].map((whole) => JSON.stringify(sampleBody(schema, openapi.document, whole)))
    : [];
  const inits = [
    ...['', '{', '[]', '{"x":1}', ...bodies].map((body) => ({ body, headers: JSON_TYPE })),
    ...bodies.map((body) => ({ body, headers: { ...JSON_TYPE, 'If-Match': 'W/"1"' } })),
    ...bodies.map((body) => ({ body, headers: { ...JSON_TYPE, 'Idempotency-Key': 'æ æ' } })),
    { body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    { body: '{}', headers: { ...JSON_TYPE, Origin: 'https://ond.example', 'Sec-Fetch-Site': 'cross-site' } },
  ];
  return paths.flatMap((it) => inits.map((init) => ({ path: it, init })));
}

describe('the OpenAPI document', () => {
  it.each([undefined, 'admin', 'leder.helse', 'entreprenor.01'])(
    'declares every answer that %s gets, with its content type and its shape',
    async (user) => {
      await forgetRateLimits(api);
      const headers = { Cookie: await cookieOf(user) };
      const unlike = new Set<string>();
      const statuses = new Set<number>();
      for (const { method, path, operation } of openapi.operations()) {
        if (user !== undefined && method !== 'get' && ENDING.test(path)) continue;
        for (const { path: address, init } of requestsOf(
          path,
          method,
          operation.requestBody?.content?.['application/json']?.schema,
        )) {
          const answer = await call(method, address, { ...init, headers: { ...init?.headers, ...headers } });
          statuses.add(answer.status);
          const difference = openapi.difference(operation, answer);
          if (difference !== undefined) unlike.add(`${method.toUpperCase()} ${path}: ${difference}`);
        }
      }
      expect([...unlike]).toEqual([]);
      expect([...statuses]).toEqual(
        expect.arrayContaining(user === undefined ? [200, 400, 401, 404, 415] : [200, 400, 404, 415]),
      );
    },
    300_000,
  );

  it('declares what is answered to a page of a browser', async () => {
    const accept = { Accept: 'text/html' };
    for (const [method, path, init] of [
      ['get', '/sign-in-links/{token}', {}],
      ['get', '/sign-in', {}],
      ['get', '/sign-in/callback', {}],
      [
        'post',
        '/sign-in-links/{token}',
        { body: 'x=1', headers: { ...accept, 'Content-Type': 'application/x-www-form-urlencoded' } },
      ],
      ['post', '/sign-out', { body: '', headers: { ...accept, 'Content-Type': 'application/x-www-form-urlencoded' } }],
    ] as const) {
      const answer = await call(method, filled(`/api/v1${path}`, false), { headers: accept, ...init });
      const operation = openapi.document.paths[`/api/v1${path}`]?.[method];
      expect(operation && [path, openapi.difference(operation, answer)]).toEqual([path, undefined]);
      expect(answer.text === '' ? 'text/html' : answer.type).toMatch(/^text\/html|problem/);
    }
  });

  it('declares what is too large, in the body and in the header fields', async () => {
    for (const { method, path, operation } of openapi.operations()) {
      const address = filled(path, false);
      const answers = [await call(method, address, { headers: { 'X-Large': 'x'.repeat(20_000) } })];
      if (method !== 'get')
        answers.push(await call(method, address, { headers: JSON_TYPE, body: JSON.stringify('x'.repeat(1_100_000)) }));
      expect([path, ...answers.map(({ status }) => status)]).toEqual([path, ...[431, 413].slice(0, answers.length)]);
      for (const answer of answers) expect([path, openapi.difference(operation, answer)]).toEqual([path, undefined]);
    }
  }, 120_000);

  it('declares that the demonstration refuses whoever names another host', async () => {
    for (const { method, path, operation } of openapi.operations()) {
      const request = api.anonymous[method as 'get'](filled(path, false));
      const answer = await request.set('Host', 'ond.example');
      expect([path, answer.status]).toEqual([path, 403]);
      expect([path, openapi.difference(operation, answer)]).toEqual([path, undefined]);
    }
  }, 60_000);

  it('has all methods: any other is 405, and Allow names those there are', async () => {
    for (const [path, methods] of Object.entries(openapi.document.paths)) {
      const response = await fetch(`${api.url}${filled(path, true)}`, { method: 'OPTIONS' });
      expect([path, response.status]).toEqual([path, 405]);
      const allowed = response.headers.get('allow')?.toLowerCase().split(', ') ?? [];
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(methods)));
      expect(await response.json()).toMatchObject({ code: 'method-not-allowed' });
    }
  }, 60_000);
});
