import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import supertest from 'supertest';
import { missingScope } from '#api/shared/caller/scope.decorator.js';
import { signApiToken } from '#platform/session/api-token.js';
import { derivedKey } from '#platform/session/derived-key.js';
import { registerToken, revokeToken } from '#store/access/api-tokens.js';
import { forgetRateLimits } from '#support/forget-rate-limits.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';
import { auditEntriesOf } from '#support/audit-entries.js';

const TOKEN_KEY = { secret: 'x'.repeat(32), installation: 'test' };
const HOUR = 3_600_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
}, 60_000);
afterAll(() => api.close());

interface IssuedToken {
  readonly id: string;
  readonly token: string;
}

async function issueToken(
  person: string,
  scopes: readonly string[],
  expiresAt = new Date(Date.now() + HOUR),
): Promise<IssuedToken> {
  const id = randomUUID();
  await registerToken(api.dataSource.manager, { id, name: 'fagsystem', person, scopes, expiresAt });
  return { id, token: await signApiToken(TOKEN_KEY, { id, scopes, expiresAt }) };
}

const get = (path: string, token: string) =>
  supertest(api.url).get(`/api/v1${path}`).set('Authorization', `Bearer ${token}`);
const post = (path: string, token: string) =>
  supertest(api.url).post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`);

describe('a token', () => {
  it('acts as its person', async () => {
    const { token } = await issueToken('leder.helse', ['read']);
    const { body, headers } = await get('/me', token).expect(200);
    expect(body).toMatchObject({ user: 'leder.helse', roles: ['leder'] });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('reads with read and does everything else with write', async () => {
    const body = { title: 'Behov', description: 'Et behov' };
    const reader = await issueToken('saksbehandler.helse', ['read']);
    const refused = await post('/collaborations', reader.token).send(body);
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 403, code: 'forbidden' });
    const writer = await issueToken('saksbehandler.helse', ['write']);
    await post('/collaborations', writer.token).send(body).expect(201);
    await get('/me', writer.token).expect(403);
    const lines = await api.dataSource.query(
      `SELECT by, detail FROM audit_entry WHERE kind = 'refused' AND detail->>'token' = $1`,
      [reader.id],
    );
    expect(lines).toEqual([
      {
        by: 'saksbehandler.helse',
        detail: { code: 'forbidden', method: 'POST', route: '/api/v1/collaborations', token: reader.id },
      },
    ]);
  });

  it('needs admin for a route that is marked so, and read or write as well', () => {
    const person = {
      user: { id: 'a', name: 'a', unit: 'stab', staff: true, grants: [] },
      actor: { user: 'a', grants: [] },
    };
    const holding = (...scopes: string[]) => ({ ...person, token: { id: 'x', scopes } });
    expect(missingScope(holding('read', 'write'), 'GET', 'admin')).toBe('admin');
    expect(missingScope(holding('admin'), 'POST', 'admin')).toBe('write');
    expect(missingScope(holding('admin', 'write'), 'DELETE', 'admin')).toBeUndefined();
    expect(missingScope(person, 'POST', 'admin')).toBeUndefined();
  });

  it('is no longer good when it is revoked, at once', async () => {
    const { id, token } = await issueToken('jurist', ['read']);
    await get('/me', token).expect(200);
    expect(await revokeToken(api.dataSource.manager, id)).toBe(true);
    await expectTokenRefused(token, 'revoked', 'jurist');
    expect((await auditEntriesOf(api.dataSource, 'tokenChanged', 'jurist')).map(({ detail }) => detail['did'])).toEqual(
      ['made', 'revoked'],
    );
  });

  it('is no longer good when its person has left', async () => {
    const { token } = await issueToken('henviser', ['read']);
    await get('/me', token).expect(200);
    await api.dataSource.query(`UPDATE person SET deactivated_at = now() WHERE id = 'henviser'`);
    await expectTokenRefused(token, 'deactivated', 'henviser');
  });

  it('is no longer good when its time is up, even if only the register says so', async () => {
    await expectTokenRefused(
      (await issueToken('jurist', ['read'], new Date(Date.now() - 1_000))).token,
      'err-jwt-expired',
    );
    const { id, token } = await issueToken('evaluator', ['read']);
    await api.dataSource.query('UPDATE api_token SET expires_at = now() WHERE id = $1', [id]);
    await expectTokenRefused(token, 'err-jwt-expired', 'evaluator');
  });

  it('has no more scopes than the register says', async () => {
    const { id, token } = await issueToken('jurist', ['read', 'write']);
    await api.dataSource.query(`UPDATE api_token SET scopes = '["write"]' WHERE id = $1`, [id]);
    await get('/me', token).expect(403);
  });
});

describe('what looks like a token', () => {
  const key = derivedKey(TOKEN_KEY.secret, 'api-token');
  const claims = { scope: 'read write admin' };
  const jwt = (id: string) =>
    new SignJWT(claims).setIssuer('stafett:test').setAudience('stafett:test').setJti(id).setExpirationTime('1h');

  it.each<[string, string, (id: string) => Promise<string>]>([
    [
      'signed with no algorithm',
      'err-jose-alg-not-allowed',
      async (id) => {
        const [, payload] = (await jwt(id).setProtectedHeader({ alg: 'HS256' }).sign(key)).split('.');
        return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      },
    ],
    [
      'signed with another algorithm',
      'err-jose-alg-not-allowed',
      (id) =>
        jwt(id)
          .setProtectedHeader({ alg: 'HS512' })
          .sign(Buffer.concat([key, key])),
    ],
    [
      'signed with the secret itself',
      'err-jws-signature-verification-failed',
      (id) => jwt(id).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(TOKEN_KEY.secret)),
    ],
    [
      'signed with our key of another purpose',
      'err-jws-signature-verification-failed',
      (id) => jwt(id).setProtectedHeader({ alg: 'HS256' }).sign(derivedKey(TOKEN_KEY.secret, 'id_token')),
    ],
    [
      'of another installation',
      'err-jwt-claim-validation-failed',
      (id) =>
        signApiToken(
          { ...TOKEN_KEY, installation: 'other' },
          { id, scopes: ['read'], expiresAt: new Date(Date.now() + HOUR) },
        ),
    ],
    [
      'of another installation by its secret',
      'err-jws-signature-verification-failed',
      (id) =>
        signApiToken(
          { ...TOKEN_KEY, secret: 'y'.repeat(32) },
          { id, scopes: ['read'], expiresAt: new Date(Date.now() + HOUR) },
        ),
    ],
    [
      'without an end',
      'err-jwt-claim-validation-failed',
      (id) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer('stafett:test')
          .setAudience('stafett:test')
          .setJti(id)
          .sign(key),
    ],
    [
      'for another audience',
      'err-jwt-claim-validation-failed',
      (id) => jwt(id).setProtectedHeader({ alg: 'HS256' }).setAudience('stafett:other').sign(key),
    ],
    [
      'of another issuer',
      'err-jwt-claim-validation-failed',
      (id) => jwt(id).setProtectedHeader({ alg: 'HS256' }).setIssuer('stafett:other').sign(key),
    ],
    ['that is no JWT', 'err-jws-invalid', async () => 'nothing'],
  ])('%s is refused', async (_, reason, make) => {
    const { id } = await issueToken('admin', ['read']);
    await expectTokenRefused(await make(id), reason);
  });

  it('is refused when it was never registered', async () => {
    const expiresAt = new Date(Date.now() + HOUR);
    await expectTokenRefused(
      await signApiToken(TOKEN_KEY, { id: randomUUID(), scopes: ['read'], expiresAt }),
      'unknown',
    );
  });

  it('is slowed down after thirty of them a minute, while a good one goes on', async () => {
    const { token } = await issueToken('leder.helse', ['read']);
    await forgetRateLimits(api);
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1) statuses.push((await get('/me', 'nothing')).status);
    expect(statuses.at(-1)).toBe(429);
    const slowed = await get('/me', 'nothing');
    expect(slowed.body.code).toBe('slow-down');
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    await get('/me', token).expect(200);
  });
});

async function expectTokenRefused(token: string, reason: string, subject?: string): Promise<void> {
  const { status, body } = await get('/me', token);
  expect({ status, code: body.code }).toEqual({ status: 401, code: 'signed-out' });
  const lines = await auditEntriesOf(api.dataSource, 'signInFailed', subject);
  expect(lines.at(-1)).toMatchObject({ by: null, detail: { method: 'token', reason } });
}
