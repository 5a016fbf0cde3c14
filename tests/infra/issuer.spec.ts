import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedIdentities } from '#infra/demo/seed-identities.js';
import { embeddedIssuerSettings } from '#infra/embedded/issuer/issuer-settings.js';
import { startIssuerServer } from '#infra/embedded/issuer/start.js';
import { choosePort } from '#infra/up/ports/choose-port.js';
import { readServiceConfig } from '#platform/config.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';
import { Browser } from '#support/browser.js';

const SECRET = 'x'.repeat(32);

let home: string;
let api: TestApi;
let issuer: Server;
let settings: Record<string, string>;

const freePort = () => choosePort({ title: 'test', variable: '', wanted: undefined });
const openIssuer = () =>
  startIssuerServer(
    readServiceConfig({
      ...settings,
      STAFETT_HOME: home,
      STAFETT_INSTALLATION_ID: 'test',
      STAFETT_SECRET: SECRET,
      DATABASE_URL: 'postgres://nowhere',
      TEMPORAL_ADDRESS: 'nowhere:1',
    }),
  );
const closeIssuer = () =>
  new Promise<void>((resolve) => {
    issuer.close(() => resolve());
    issuer.closeAllConnections();
  });

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'stafett-issuer-'));
  const [port, issuerPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const settingEntries = Object.entries({ STAFETT_URL: url, ...embeddedIssuerSettings(issuerPort, url, SECRET) });
  settings = Object.fromEntries(settingEntries.map(([name, value]) => [name, String(value)]));
  issuer = await openIssuer();
  api = await startTestApi({ temporal: 'down', port, settings });
  await seedIdentities(api.dataSource.manager, SECRET);
}, 60_000);

afterAll(async () => {
  await api.close();
  await closeIssuer();
  rmSync(home, { recursive: true, force: true });
});

const openSignInPage = (browser: Browser, query = '') => browser.follow(`${api.url}/api/v1/sign-in${query}`);
const signedInUser = async (browser: Browser): Promise<unknown> =>
  ((await (await browser.get(`${api.url}/api/v1/me`)).json()) as { user?: string }).user;

/** Submits the sign-in page and follows the redirects to the end. */
async function submitPage(browser: Browser, page: string, fields: Record<string, string>): Promise<Response> {
  const answer = await browser.submit(page, fields);
  const location = answer.headers.get('location');
  if (location === null) return answer;
  return (await browser.follow(new URL(location, page).href)).response;
}

describe('the embedded issuer', () => {
  it('shows one page with the users grouped by role, that any browser and screen reader can use', async () => {
    const { response } = await openSignInPage(new Browser());
    const html = await response.text();
    expect(html).toContain('<html lang="nb">');
    expect(html).toContain('<label for="user">Bruker</label>');
    expect(html).toContain('<optgroup label="Saksbehandler"><option value="saksbehandler.helse">');
    expect(html.match(/<form/g)).toHaveLength(1);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('entreprenor.01');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('signs in whoever is picked, now this one, now that one', async () => {
    const browser = new Browser();
    for (const user of ['mottak', 'leder.helse', 'mottak']) {
      const { url } = await openSignInPage(browser, '?returnTo=/api/v1/me');
      expect(await (await submitPage(browser, url, { user })).json()).toMatchObject({ user });
    }
  });

  it('lets entrepreneurs in by their own door, and nobody else', async () => {
    const browser = new Browser();
    const { url, response } = await openSignInPage(browser, '?as=contact&returnTo=/api/v1/me');
    expect(await response.text()).not.toContain('mottak');
    expect((await submitPage(browser, url, { user: 'mottak' })).status).toBe(422);
    await submitPage(browser, url, { user: 'entreprenor.07' });
    expect(await signedInUser(browser)).toBe('entreprenor.07');
  });

  it('asks again when nobody was picked, and takes a no', async () => {
    const browser = new Browser();
    const { url } = await openSignInPage(browser);
    const again = await browser.submit(url, { user: '' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('role="alert"');
    expect((await submitPage(browser, url, { user: '', cancel: 'yes' })).status).toBe(401);
    expect(await signedInUser(browser)).toBeUndefined();
  });

  it('takes a pick from the browser that came from Stafett only', async () => {
    const { url } = await openSignInPage(new Browser());
    expect((await new Browser().submit(url, { user: 'admin' })).status).toBe(400);
  });

  it('signs with the same key after a restart', async () => {
    const key = async () => (await fetch(`${settings['OIDC_ISSUER']}/jwks`)).text();
    const before = await key();
    await closeIssuer();
    const away = await new Browser().get(`${api.url}/api/v1/sign-in`);
    expect(away.status).toBe(302);
    issuer = await openIssuer();
    expect(await key()).toBe(before);
    const browser = new Browser();
    const { url } = await openSignInPage(browser);
    await submitPage(browser, url, { user: 'admin' });
    expect(await signedInUser(browser)).toBe('admin');
  });
});
