import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeApi } from '#api/describe-api.js';
import { choosePort } from '#infra/up/ports/choose-port.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { startTestIssuer } from '#support/test-issuer.js';
import type { TestIssuer } from '#support/test-issuer.js';

let api: TestApi;
let issuer: TestIssuer;
let admin: Agent;
beforeAll(async () => {
  const port = await choosePort({ title: 'Stafett', variable: '', wanted: undefined });
  const stafett = `http://127.0.0.1:${port}`;
  issuer = await startTestIssuer({ client: {}, stafett });
  api = await startTestApi({
    temporal: 'down',
    port,
    settings: {
      STAFETT_URL: stafett,
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: 'stafett',
      OIDC_CLIENT_SECRET: 'hemmelig-nok',
    },
  });
  admin = await api.signInAs('admin');
}, 120_000);
afterAll(async () => {
  await api.close();
  await issuer.close();
});

/** What mail programs, social media and attackers add to an address; `%E5` is no UTF-8. */
const ADDED = 'fbclid=IwAR0&utm_source=bl%E5b%C3%A6r&constructor=1&__proto__=2&utm_source=2&x=%00';

describe('an address that people open', () => {
  it.each(['/', '/api/v1/sign-in-links/x', '/api/v1/sign-in?returnTo=/', '/api/v1/sign-in?as=contact'])(
    '%s is the same with parameters that others have added',
    async (path) => {
      const plain = await api.anonymous.get(path);
      const tagged = await api.anonymous.get(`${path}${path.includes('?') ? '&' : '?'}${ADDED}`);
      expect(plain.status).not.toBe(400);
      expect({ path, status: tagged.status }).toEqual({ path, status: plain.status });
      if (plain.status === 200) expect(tagged.text).toBe(plain.text);
    },
  );

  it('of the status page and of the button behind a link is too', async () => {
    const { body } = await api.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(201);
    const { pathname } = new URL(body.statusUrl as string);
    const status = await api.anonymous.get(`${pathname}?${ADDED}`).expect(200);
    expect(status.body.number).toBe(body.number);
    await api.anonymous.post(`/api/v1/sign-in-links/x?${ADDED}`).send({}).expect(404);
  });

  it('that an issuer answers to is too', async () => {
    const { status, body } = await api.anonymous.get(`/api/v1/sign-in/callback?state=x&code=y&${ADDED}`);
    expect([status, body.code]).not.toContain('malformed');
    expect((await api.anonymous.get(`/api/v1/sign-in?as=king&${ADDED}`)).body.code).toBe('malformed');
  });
});

const OPENED_BY_PEOPLE = /\/sign-in|\/enquiries\/status/;

describe('every other address', () => {
  it.each(['fbclid', 'constructor', '__proto__', 'prototype', 'toString'])(
    'refuses the parameter %s by name',
    async (name) => {
      const { paths } = (await describeApi()) as { paths: Record<string, Record<string, unknown>> };
      const gets = Object.entries(paths).filter(([path, { get }]) => get && !OPENED_BY_PEOPLE.test(path));
      expect(gets.length).toBeGreaterThan(25);
      const unlike = [];
      for (const [path] of gets) {
        const address = path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
        const { status, body } = await admin.get(`${address}?${name}=1`);
        const pointers = (body.errors as { pointer: string }[] | undefined)?.map(({ pointer }) => pointer);
        if (status === 403) continue;
        if (status !== 400 || !pointers?.includes(`/${name}`)) unlike.push({ path, status, pointers });
      }
      expect(unlike).toEqual([]);
    },
  );

  it('refuses them in bodies as well', async () => {
    for (const name of ['constructor', '__proto__', 'prototype']) {
      const body = `{"name":"X","unit":"kultur","${name}":{"a":1}}`;
      const answer = await admin.post('/api/v1/people').set('Content-Type', 'application/json').send(body);
      expect([answer.status, answer.body.errors]).toEqual([
        400,
        [{ pointer: `/${name}`, detail: 'is not a known field' }],
      ]);
    }
  });
});
