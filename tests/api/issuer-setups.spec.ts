import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SettingsService } from '#api/shared/settings.service.js';
import { OidcClientsService } from '#api/access/oidc/oidc-clients.service.js';
import { choosePort } from '#infra/up/ports/choose-port.js';
import { readServiceConfig } from '#platform/config.js';
import { subjectHash } from '#platform/session/subject-hash.js';
import { linkIdentity } from '#store/access/identities.js';
import type { IssuerKey } from '#store/access/identities.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';
import { Browser } from '#support/browser.js';
import { startTestIssuer } from '#support/test-issuer.js';
import type { TestIssuerOptions, IssuerUser, TestIssuer } from '#support/test-issuer.js';

/** A real OpenID provider with the settings of each issuer in docs/sign-in.md. */

const SECRET = 'x'.repeat(32);
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateJwk = { ...keys.privateKey.export({ format: 'jwk' }), alg: 'RS256', kid: 'stafett-1' };
const publicJwk = { ...createPublicKey(keys.privateKey).export({ format: 'jwk' }), alg: 'RS256', use: 'sig' };
const folder = mkdtempSync(path.join(tmpdir(), 'stafett-keys-'));
const jwkFile = path.join(folder, 'client.jwk');
const pemFile = path.join(folder, 'client.pem');
writeFileSync(jwkFile, JSON.stringify(privateJwk));
writeFileSync(pemFile, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const UNREACHABLE_SERVERS = {
  DATABASE_URL: 'postgres://nobody',
  TEMPORAL_ADDRESS: 'nowhere:1',
  STAFETT_INSTALLATION_ID: 'test',
  STAFETT_SECRET: SECRET,
};

interface IssuerSetup {
  readonly title: string;
  readonly door: IssuerKey;
  readonly issuer: Omit<TestIssuerOptions, 'stafett'>;
  /** Settings without the prefix OIDC_ or OIDC_CONTACT_. */
  readonly settings: Readonly<Record<string, string>>;
  /** The issuer's user; `claim` is the value that our subject hash is made from. */
  readonly person: IssuerUser;
  readonly claim: string;
  readonly asked: Readonly<Record<string, string>>;
  readonly signOut: boolean;
}

const clientWithKey = (kid?: string): TestIssuerOptions['client'] => ({
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'RS256',
  jwks: { keys: [{ ...publicJwk, ...(kid !== undefined && { kid }) }] },
});

const SETUPS: readonly IssuerSetup[] = [
  {
    title: 'Ansattporten: a key of ours as JWK, the national identity number, a level of assurance, names itself',
    door: 'staff',
    issuer: {
      client: clientWithKey('stafett-1'),
      acrValues: ['substantial', 'high'],
      claims: { openid: ['pid'], profile: ['name'] },
    },
    settings: {
      CLIENT_AUTH: 'private_key_jwt',
      CLIENT_KEY: jwkFile,
      SCOPE: 'openid profile',
      SUBJECT_CLAIM: 'pid',
      ACR: 'high',
    },
    person: { id: 'pairwise-1', acr: 'high', claims: { pid: '01017012345' } },
    claim: '01017012345',
    asked: { scope: 'openid profile', acr_values: 'high' },
    signOut: true,
  },
  {
    title: 'Entra ID: a shared secret in the body, the object id, no level of assurance, does not name itself',
    door: 'staff',
    issuer: {
      client: { token_endpoint_auth_method: 'client_secret_post' },
      claims: { openid: ['oid'], profile: ['name'], email: ['email'] },
      sendsIssuerParameter: false,
    },
    settings: {
      CLIENT_AUTH: 'client_secret_post',
      CLIENT_SECRET: 'hemmelig-nok',
      SCOPE: 'openid profile',
      SUBJECT_CLAIM: 'oid',
    },
    person: { id: 'pairwise-2', claims: { oid: '6f1c2a34-0000-4000-8000-1234567890ab' } },
    claim: '6f1c2a34-0000-4000-8000-1234567890ab',
    asked: { scope: 'openid profile' },
    signOut: true,
  },
  {
    title: 'an issuer that knows people by e-mail: a shared secret in the header, no page to sign out at',
    door: 'staff',
    issuer: { client: {}, claims: { openid: ['email'] }, hasSignOut: false },
    settings: { CLIENT_SECRET: 'hemmelig-nok', SUBJECT_CLAIM: 'email' },
    person: { id: 'x', claims: { email: ' Leder.Helse@Fjordvik.example ' } },
    claim: 'leder.helse@fjordvik.example',
    asked: { scope: 'openid' },
    signOut: false,
  },
  {
    title: 'ID-porten, for entrepreneurs: a key of ours as PEM, the national identity number, two levels',
    door: 'contacts',
    issuer: {
      client: clientWithKey(),
      acrValues: ['idporten-loa-substantial', 'idporten-loa-high'],
      claims: { openid: ['pid'] },
    },
    settings: {
      CLIENT_AUTH: 'private_key_jwt',
      CLIENT_KEY: pemFile,
      SUBJECT_CLAIM: 'pid',
      ACR: 'idporten-loa-substantial idporten-loa-high',
    },
    person: { id: 'pairwise-3', acr: 'idporten-loa-high', claims: { pid: '02027012345' } },
    claim: '02027012345',
    asked: { scope: 'openid', acr_values: 'idporten-loa-substantial idporten-loa-high' },
    signOut: true,
  },
];

describe.each(SETUPS)('$title', ({ door, issuer: shape, settings, person, claim, asked, signOut }) => {
  const user = door === 'staff' ? 'leder.helse' : 'entreprenor.02';
  let api: TestApi;
  let issuer: TestIssuer;

  beforeAll(async () => {
    const port = await choosePort({ title: 'Stafett', variable: '', wanted: undefined });
    const stafett = `http://127.0.0.1:${port}`;
    issuer = await startTestIssuer({ ...shape, stafett });
    const prefix = door === 'staff' ? 'OIDC_' : 'OIDC_CONTACT_';
    const all = { ISSUER: issuer.url, CLIENT_ID: 'stafett', ...settings };
    const named = Object.fromEntries(Object.entries(all).map(([name, value]) => [`${prefix}${name}`, value]));
    api = await startTestApi({ temporal: 'down', port, settings: { STAFETT_URL: stafett, ...named } });
    const subject = subjectHash(SECRET, door, claim);
    await linkIdentity(api.dataSource.manager, { issuer: door, subject, person: user });
  }, 60_000);

  afterAll(async () => {
    await api.close();
    await issuer.close();
  });

  const signIn = async (browser: Browser): Promise<Response> => {
    const as = door === 'staff' ? 'staff' : 'contact';
    const from = `${api.url}/api/v1/sign-in?as=${as}`;
    return browser.get((await browser.follow(from, (url) => url.includes('/callback?'))).url);
  };

  it('lets in whom it vouches for, and signs them out', async () => {
    issuer.signInNext(person);
    const browser = new Browser();
    expect((await signIn(browser)).status).toBe(303);
    const { scope, acr_values } = Object.fromEntries(issuer.lastAuthorizationRequest());
    expect({ scope, ...(acr_values !== undefined && { acr_values }) }).toEqual(asked);
    expect(await (await browser.get(`${api.url}/api/v1/me`)).json()).toMatchObject({ user });
    const { headers } = await browser.send(`${api.url}/api/v1/sign-out`, { method: 'POST' });
    expect(headers.get('location') !== null).toBe(signOut);
  });

  it('lets in nobody else, and stores and logs nothing that tells who they are', async () => {
    issuer.signInNext({
      ...person,
      claims: Object.fromEntries(Object.keys(person.claims ?? {}).map((it) => [it, '99'])),
    });
    expect((await signIn(new Browser())).status).toBe(403);
    issuer.signInNext({ ...person, claims: {} });
    expect((await signIn(new Browser())).status).toBe(403);
    const tables = ['identity', 'session', 'sign_in_attempt', 'audit_entry'];
    const kept = await Promise.all(tables.map((table) => api.dataSource.query(`SELECT * FROM ${table}`)));
    expect(JSON.stringify(kept).toLowerCase()).not.toContain(claim);
  });
});

describe('a key that cannot be read', () => {
  it('is told at the start', async () => {
    const settings = {
      OIDC_ISSUER: 'http://127.0.0.1:1',
      OIDC_CLIENT_ID: 'stafett',
      OIDC_CLIENT_AUTH: 'private_key_jwt',
      OIDC_CLIENT_KEY: path.join(folder, 'nowhere.jwk'),
    };
    const config = { ...UNREACHABLE_SERVERS, ...settings };
    await expect(new OidcClientsService(new SettingsService(readServiceConfig(config))).onModuleInit()).rejects.toThrow(
      'nowhere.jwk',
    );
  });
});
