import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { choosePort } from '#infra/up/ports/choose-port.js';
import { subjectHash } from '#platform/session/subject-hash.js';
import { linkIdentity } from '#store/access/identities.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';
import { auditEntriesOf } from '#support/audit-entries.js';
import { signToken, startBrokenIssuer, unsignedToken } from '#support/broken-issuer.js';
import type { BrokenIssuer, HonestToken } from '#support/broken-issuer.js';
import { Browser } from '#support/browser.js';
import { startTestIssuer } from '#support/test-issuer.js';
import type { TestIssuer } from '#support/test-issuer.js';

/** Staff sign in at a real issuer, entrepreneurs at one that can be made to give wrong answers. */

const SECRET = 'x'.repeat(32);
const LEVELS = ['low', 'high', 'higher'];

let api: TestApi;
let issuer: TestIssuer;
let broken: BrokenIssuer;

beforeAll(async () => {
  const port = await choosePort({ title: 'Stafett', variable: '', wanted: undefined });
  const stafett = `http://127.0.0.1:${port}`;
  issuer = await startTestIssuer({ client: {}, stafett, acrValues: LEVELS });
  broken = await startBrokenIssuer('entreprenor.01');
  api = await startTestApi({
    temporal: 'down',
    port,
    settings: {
      STAFETT_URL: stafett,
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: 'stafett',
      OIDC_CLIENT_SECRET: 'hemmelig-nok',
      OIDC_ACR: 'high higher',
      OIDC_CONTACT_ISSUER: broken.url,
      OIDC_CONTACT_CLIENT_ID: 'stafett',
      OIDC_CONTACT_CLIENT_SECRET: 'hemmelig-nok',
    },
  });
  for (const person of ['leder.helse', 'eier.nabo1', 'jurist']) await linkSubject('staff', person);
  await linkSubject('contacts', 'entreprenor.01');
}, 60_000);

afterAll(async () => {
  await api.close();
  await issuer.close();
  await broken.close();
});

beforeEach(() => {
  issuer.signInNext({ id: 'leder.helse', acr: 'high' });
  broken.setTokenMaker();
  broken.setIssuerParameter(broken.url);
  broken.setTokenStatus(200);
});

const linkSubject = (key: 'staff' | 'contacts', person: string, claim = person) =>
  linkIdentity(api.dataSource.manager, { issuer: key, subject: subjectHash(SECRET, key, claim), person });
const isCallback = (url: string): boolean => url.includes('/sign-in/callback?');
const signInUrl = (query = ''): string => `${api.url}/api/v1/sign-in${query}`;

/** Signs in up to the redirect back to Stafett. @returns the callback address. */
const callbackUrl = async (browser: Browser, query = ''): Promise<string> =>
  (await browser.follow(signInUrl(query), isCallback)).url;

const signedInUser = async (browser: Browser): Promise<unknown> =>
  ((await (await browser.get(`${api.url}/api/v1/me`)).json()) as { user?: string; code?: string }).user;

async function expectRefused(browser: Browser, callback: string, status: number, code: string, reason: string) {
  const tables = async () => api.dataSource.query('SELECT count(*) AS n FROM session');
  const before = await tables();
  const response = await browser.get(callback);
  expect({ status: response.status, code: ((await response.json()) as { code: string }).code }).toEqual({
    status,
    code,
  });
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await tables()).toEqual(before);
  expect(await signedInUser(browser)).toBeUndefined();
  const failures = await auditEntriesOf(api.dataSource, 'signInFailed');
  expect(failures.at(-1)).toMatchObject({ by: null, detail: { method: 'oidc', reason } });
}

describe('signing in at the issuer', () => {
  it('ends where one was going, with a session', async () => {
    const browser = new Browser();
    const callback = await callbackUrl(browser, '?returnTo=/saker%3Fenhet%3Dhelse');
    const response = await browser.get(callback);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/saker?enhet=helse');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await signedInUser(browser)).toBe('leder.helse');
    expect(await auditEntriesOf(api.dataSource, 'signedIn', 'leder.helse')).toEqual([
      { by: 'leder.helse', detail: { method: 'oidc', issuer: 'staff' } },
    ]);
  });

  it('asks with PKCE, state and nonce, and for a level of assurance', async () => {
    await callbackUrl(new Browser());
    const asked = Object.fromEntries(issuer.lastAuthorizationRequest());
    expect(asked).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      acr_values: 'high higher',
      redirect_uri: `${api.url}/api/v1/sign-in/callback`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{43}$/);
  });

  it('keeps neither state, browser nor id_token in a form that is of use to whoever reads the tables', async () => {
    const browser = new Browser();
    const callback = await callbackUrl(browser);
    const state = new URL(callback).searchParams.get('state') ?? '';
    const mark = browser.cookieEndingWith('127.0.0.1', '-sign-in') ?? '';
    const rows = JSON.stringify(await api.dataSource.query('SELECT * FROM sign_in_attempt'));
    expect(rows).not.toContain(state);
    expect(rows).not.toContain(mark);
    await browser.get(callback);
    const [{ id_token: kept }] = await api.dataSource.query(
      'SELECT id_token FROM session WHERE id_token IS NOT NULL ORDER BY started_at DESC LIMIT 1',
    );
    const [header, ...encrypted] = kept.split('.').map((part: string) => Buffer.from(part, 'base64url').toString());
    expect(JSON.parse(header)).toEqual({ alg: 'dir', enc: 'A256GCM' });
    expect(encrypted.join()).not.toMatch(/"(iss|sub|pid|nonce)"/);
  });

  it('works in two tabs of one browser at a time', async () => {
    const browser = new Browser();
    const [one, two] = [await callbackUrl(browser), await callbackUrl(browser)];
    expect((await browser.get(one)).status).toBe(303);
    expect((await browser.get(two)).status).toBe(303);
  });

  it('works at once when the issuer has changed its key', async () => {
    for (let n = 0; n < 2; n += 1) {
      const browser = new Browser();
      expect((await browser.get(await callbackUrl(browser))).status).toBe(303);
      await issuer.rotateKey();
    }
  });

  it('ends the session that the browser had', async () => {
    const browser = new Browser();
    await browser.get(await callbackUrl(browser));
    const first = browser.cookieEndingWith('127.0.0.1', 'stafett-test');
    browser.deleteCookies('127.0.0.1', '_session');
    issuer.signInNext({ id: 'jurist', acr: 'higher' });
    await browser.get(await callbackUrl(browser));
    expect(await signedInUser(browser)).toBe('jurist');
    const old = await fetch(`${api.url}/api/v1/me`, { headers: { cookie: `stafett-test=${first}` } });
    expect(old.status).toBe(401);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'saker', '/a b', '/\u0000', '/%09/', ''])(
    'returns nowhere but here: %j',
    async (path) => {
      const response = await new Browser().get(signInUrl(`?returnTo=${encodeURIComponent(path)}`));
      // Text that cannot be stored is left out of an address that people open, so this returns to the front page.
      const isLeftOut = path.includes('\u0000');
      expect(response.status).toBe(isLeftOut || path === '/%09/' ? 302 : 400);
    },
  );

  it('knows no other door', async () => {
    for (const query of ['?as=admin', '?returnTo=/a&returnTo=/b'])
      expect((await new Browser().get(signInUrl(query))).status).toBe(400);
  });
});

describe('an answer of the issuer is refused', () => {
  it('the second time', async () => {
    const browser = new Browser();
    const callback = await callbackUrl(browser);
    await browser.get(callback);
    await browser.send(`${api.url}/api/v1/sign-out`, { method: 'POST' });
    expect((await browser.get(callback)).status).toBe(401);
    expect(await signedInUser(browser)).toBeUndefined();
  });

  it('that answers to no sign-in at all, and two hundred of them leave no line in the audit log', async () => {
    const lines = async () => (await auditEntriesOf(api.dataSource, 'signInFailed')).length;
    const before = await lines();
    for (let n = 0; n < 20; n += 1) {
      const answers = Array.from({ length: 10 }, (_, m) =>
        new Browser().get(signInUrl(`/callback?state=made-up-${n}-${m}&code=x`)),
      );
      for (const { status } of await Promise.all(answers)) expect(status).toBe(401);
    }
    expect(await lines()).toBe(before);
  });

  it('in another browser, which leaves the first one its turn', async () => {
    const browser = new Browser();
    const callback = await callbackUrl(browser);
    await expectRefused(new Browser(), callback, 401, 'signed-out', 'other-browser');
    expect((await browser.get(callback)).status).toBe(303);
  });

  it('with a page for a person at a browser, which says why and leads back', async () => {
    const asPeopleAsk = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const response = await new Browser().get(await callbackUrl(new Browser()), asPeopleAsk);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toMatch(/Du ble ikke logget inn.*Begynn på nytt\..*href="\/"/);
    const elsewhere = await new Browser().get(`${api.url}/api/v1/me`, asPeopleAsk);
    expect(elsewhere.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('after ten minutes', async () => {
    const browser = new Browser();
    const callback = await callbackUrl(browser);
    await api.dataSource.query(`UPDATE sign_in_attempt SET expires_at = now() - interval '1 second'`);
    await expectRefused(browser, callback, 401, 'signed-out', 'expired-state');
  });

  it('with a code that was used already, or made up', async () => {
    const browser = new Browser();
    const first = new URL(await callbackUrl(browser));
    const second = new URL(await callbackUrl(browser));
    await browser.get(first.href);
    await browser.send(`${api.url}/api/v1/sign-out`, { method: 'POST' });
    second.searchParams.set('code', first.searchParams.get('code') ?? '');
    await expectRefused(browser, second.href, 401, 'signed-out', 'issuer-invalid-grant');
  });

  it('without a code', async () => {
    const browser = new Browser();
    const callback = new URL(await callbackUrl(browser));
    callback.searchParams.delete('code');
    await expectRefused(browser, callback.href, 401, 'signed-out', 'oauth-invalid-response');
  });

  it('when the level of assurance is lower than what is asked for', async () => {
    issuer.signInNext({ id: 'leder.helse', acr: 'low' });
    const browser = new Browser();
    await expectRefused(browser, await callbackUrl(browser), 403, 'forbidden', 'acr-too-low');
  });

  it('for somebody who is not registered', async () => {
    issuer.signInNext({ id: 'fremmed', acr: 'high' });
    const browser = new Browser();
    await expectRefused(browser, await callbackUrl(browser), 403, 'forbidden', 'unknown-person');
  });

  it('for somebody who has left', async () => {
    await api.dataSource.query(`UPDATE person SET deactivated_at = now() WHERE id = 'jurist'`);
    issuer.signInNext({ id: 'jurist', acr: 'high' });
    const browser = new Browser();
    await expectRefused(browser, await callbackUrl(browser), 403, 'forbidden', 'deactivated');
  });

  it('for an outsider at the door of staff', async () => {
    issuer.signInNext({ id: 'eier.nabo1', acr: 'high' });
    const browser = new Browser();
    await expectRefused(browser, await callbackUrl(browser), 403, 'forbidden', 'wrong-door');
  });

  it('when the person changed their mind', async () => {
    issuer.signInNext({ id: 'leder.helse', cancels: true });
    const browser = new Browser();
    await expectRefused(browser, await callbackUrl(browser), 401, 'signed-out', 'access-denied');
  });

  it('as malformed without a state, or with two', async () => {
    for (const query of ['', '?code=x', '?code=x&state=a&state=b'])
      expect((await new Browser().get(signInUrl(`/callback${query}`))).status).toBe(400);
  });
});

describe('an issuer that lies', () => {
  const callbackOfNewBrowser = async (): Promise<[Browser, string]> => {
    const browser = new Browser();
    return [browser, await callbackUrl(browser, '?as=contact')];
  };

  it('lets an entrepreneur in when it does not', async () => {
    const [browser, callback] = await callbackOfNewBrowser();
    expect((await browser.get(callback)).status).toBe(303);
    expect(await signedInUser(browser)).toBe('entreprenor.01');
  });

  const seconds = () => Math.floor(Date.now() / 1000);
  it.each<[string, string, (honest: HonestToken) => Promise<string | undefined>]>([
    ['with no signature', 'oauth-unsupported-operation', async ({ claims }) => unsignedToken(claims)],
    [
      'with a signature of another key',
      'oauth-invalid-response',
      async ({ claims }) => signToken(claims, (await generateKeyPair('RS256')).privateKey),
    ],
    [
      'with a signature made of our shared secret',
      'oauth-unsupported-operation',
      ({ claims }) => signToken(claims, new TextEncoder().encode('hemmelig-nok'.repeat(4)), 'HS256'),
    ],
    [
      'with another nonce',
      'oauth-jwt-claim-comparison-failed',
      ({ claims, key }) => signToken({ ...claims, nonce: 'x' }, key),
    ],
    ['without a nonce', 'oauth-invalid-response', ({ claims: { nonce: _, ...claims }, key }) => signToken(claims, key)],
    [
      'for another audience',
      'oauth-jwt-claim-comparison-failed',
      ({ claims, key }) => signToken({ ...claims, aud: 'x' }, key),
    ],
    [
      'of another issuer',
      'oauth-jwt-claim-comparison-failed',
      ({ claims, key }) => signToken({ ...claims, iss: 'https://evil.example' }, key),
    ],
    [
      'that has expired',
      'oauth-jwt-timestamp-check-failed',
      ({ claims, key }) => signToken({ ...claims, iat: seconds() - 900, exp: seconds() - 300 }, key),
    ],
    ['that is none', 'oauth-invalid-response', async () => 'nothing'],
    ['that is missing', 'oauth-invalid-response', async () => undefined],
    ['without a subject', 'oauth-invalid-response', ({ claims: { sub: _, ...claims }, key }) => signToken(claims, key)],
  ])('is not believed: an id_token %s', async (_, reason, lie) => {
    broken.setTokenMaker(lie);
    const [browser, callback] = await callbackOfNewBrowser();
    await expectRefused(browser, callback, 401, 'signed-out', reason);
  });

  it('is not believed when it answers in the name of another (mix-up)', async () => {
    broken.setIssuerParameter(issuer.url);
    const [browser, callback] = await callbackOfNewBrowser();
    await expectRefused(browser, callback, 401, 'signed-out', 'oauth-invalid-response');
  });

  it('makes nobody staff', async () => {
    await linkSubject('contacts', 'leder.helse');
    broken.setTokenMaker(({ claims, key }) => signToken({ ...claims, sub: 'leder.helse' }, key));
    const [browser, callback] = await callbackOfNewBrowser();
    await expectRefused(browser, callback, 403, 'forbidden', 'wrong-door');
  });

  it('is told from one that is not well', async () => {
    broken.setTokenStatus(502);
    const [browser, callback] = await callbackOfNewBrowser();
    await expectRefused(browser, callback, 503, 'unavailable', 'issuer-away');
  });

  it('slows one address down for one identity after ten refusals, and nobody else', async () => {
    broken.setTokenMaker(({ claims, key }) => signToken({ ...claims, sub: 'gjentar' }, key));
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) {
      const [browser, callback] = await callbackOfNewBrowser();
      statuses.push((await browser.get(callback)).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(403), 429]);
    broken.setTokenMaker();
    const [browser, callback] = await callbackOfNewBrowser();
    expect((await browser.get(callback)).status).toBe(303);
  });
});

describe('an issuer that is not there', () => {
  it('is said to be away, and no such door where none is set up', async () => {
    const away = await startTestApi({
      temporal: 'down',
      settings: { OIDC_ISSUER: 'http://127.0.0.1:1', OIDC_CLIENT_ID: 'stafett', OIDC_CLIENT_SECRET: 'x' },
    });
    const answer = async (as: string) => {
      const response = await new Browser().get(`${away.url}/api/v1/sign-in?as=${as}`);
      return { status: response.status, code: ((await response.json()) as { code: string }).code };
    };
    expect(await answer('staff')).toEqual({ status: 503, code: 'unavailable' });
    expect(await answer('contact')).toEqual({ status: 404, code: 'not-found' });
    await away.close();
  });
});

describe('signing out', () => {
  it('works after the secret was changed, and when what was kept of the issuer cannot be read', async () => {
    const browser = new Browser();
    await browser.get(await callbackUrl(browser));
    await api.dataSource.query(`UPDATE session SET id_token = repeat('A', 80) WHERE id_token IS NOT NULL`);
    const response = await browser.send(`${api.url}/api/v1/sign-out`, { method: 'POST' });
    expect(response.status).toBe(204);
    expect(response.headers.get('location')).toBeNull();
    expect(await signedInUser(browser)).toBeUndefined();
  });

  it('tells where to sign out at the issuer too, which sends the browser back', async () => {
    const browser = new Browser();
    await browser.get(await callbackUrl(browser));
    const response = await browser.send(`${api.url}/api/v1/sign-out`, { method: 'POST' });
    expect(response.status).toBe(204);
    const address = new URL(response.headers.get('location') ?? '');
    expect(address.origin).toBe(issuer.url);
    expect(address.searchParams.get('client_id')).toBe('stafett');
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${api.url}/`);
    expect(address.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    const page = await browser.get(address.href);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const back = await browser.submit(`${issuer.url}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect(back.headers.get('location')).toBe(`${api.url}/`);
    expect((await browser.send(`${api.url}/api/v1/sign-out`, { method: 'POST' })).headers.get('location')).toBeNull();
  });

  it('sends a browser that asks for a page there', async () => {
    const browser = new Browser();
    await browser.get(await callbackUrl(browser));
    const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const response = await browser.send(`${api.url}/api/v1/sign-out`, { method: 'POST', headers });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(/\/session\/end\?/);
  });

  it('with a button gives a page that leads to the issuer, where one is still signed in', async () => {
    const browser = new Browser();
    await browser.get(await callbackUrl(browser));
    const response = await browser.submit(`${api.url}/api/v1/sign-out`, {});
    expect({ status: response.status, location: response.headers.get('location') }).toEqual({
      status: 200,
      location: null,
    });
    const [, address = ''] = /<a href="([^"]+)">Logg ut der også</.exec(await response.text()) ?? [];
    expect(new URL(address.replaceAll('&amp;', '&')).searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect(await signedInUser(browser)).toBeUndefined();
  });

  it('has no such address where the issuer has no such page', async () => {
    const browser = new Browser();
    await browser.get(await callbackUrl(browser, '?as=contact'));
    const response = await browser.send(`${api.url}/api/v1/sign-out`, { method: 'POST' });
    expect(response.status).toBe(204);
    expect(response.headers.get('location')).toBeNull();
  });
});
