import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { hashOfToken } from '#platform/session/token.js';
import { openSession } from '#store/access/sessions.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

/** An installation behind a proxy that ends https. */

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    temporal: 'down',
    settings: {
      STAFETT_URL: 'https://stafett.fjordvik.example',
      STAFETT_DEMO_SIGN_IN: 'off',
      STAFETT_SECRET: 'q8Zr2LmWv5Kd0PxYt7HnB3cJ6gRfU1aE',
      STAFETT_TRUST_PROXY: '1',
      OIDC_ISSUER: 'https://login.fjordvik.example',
      OIDC_CLIENT_ID: 'stafett',
      OIDC_CLIENT_SECRET: 'x',
    },
  });
}, 60_000);
afterAll(() => api.close());

const getMeWithCookie = (cookie: string) => supertest(api.url).get('/api/v1/me').set('Cookie', cookie);

describe('over https', () => {
  it('the cookie has a name that only this host can set, over https', async () => {
    const [hash, id] = [hashOfToken('t'), randomUUID()];
    const expiresAt = new Date(Date.now() + 60_000);
    const rest = { method: 'oidc', browser: '', issuer: null, idToken: null };
    await openSession(api.dataSource.manager, { hash, id, person: 'mottak', expiresAt, ...rest });
    await getMeWithCookie('stafett-test=t').expect(401);
    await getMeWithCookie('__Host-stafett-test=t').expect(200);
    const { headers } = await supertest(api.url).post('/api/v1/sign-out').set('Cookie', '__Host-stafett-test=t');
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-stafett-test=; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    await getMeWithCookie('__Host-stafett-test=t').expect(401);
  });

  it('browsers are told to stay there', async () => {
    const { headers } = await supertest(api.url).get('/api/v1/clock');
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  it('nobody signs in by choosing who to be', async () => {
    await supertest(api.url).post('/api/v1/demo/sign-in').send({ user: 'admin' }).expect(404);
  });
});
