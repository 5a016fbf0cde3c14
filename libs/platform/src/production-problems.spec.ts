import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig, readServiceConfig, readStartConfig } from './config.js';
import type { Environment } from './config.js';
import { isWeakSecret } from './production-problems.js';

const STRONG = 'q8Zr2LmWv5Kd0PxYt7HnB3cJ6gRfU1aE';
const good: Environment = {
  STAFETT_URL: 'https://stafett.fjordvik.example',
  STAFETT_SECRET: STRONG,
  STAFETT_INSTALLATION_ID: 'fjordvik',
  DATABASE_URL: 'postgres://db/stafett',
  TEMPORAL_ADDRESS: 'temporal:7233',
  SMTP_URL: 'smtps://mail.fjordvik.example',
  OIDC_ISSUER: 'https://login.fjordvik.example',
  OIDC_CLIENT_ID: 'stafett',
  OIDC_CLIENT_SECRET: 'x',
};

function problemsOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('a production', () => {
  it('starts with settings that are fit for it', () => {
    expect(readServiceConfig(good).OIDC_CLIENT_AUTH).toBe('client_secret_basic');
    expect(readStartConfig(good).STAFETT_URL).toBe(good['STAFETT_URL']);
  });

  it('is refused with everything that is wrong at once, by its programs as by npm start', () => {
    const bad = {
      ...good,
      STAFETT_PORT: '0',
      STAFETT_DEMO_SIGN_IN: 'on',
      STAFETT_SECRET: 'x'.repeat(32),
      OIDC_ISSUER: 'http://login.fjordvik.example',
      OIDC_CONTACT_ISSUER: 'http://login.idporten.example',
      OIDC_CLIENT_AUTH: 'private_key_jwt',
    };
    for (const read of [readServiceConfig, readStartConfig]) {
      const problems = problemsOf(() => read(bad));
      expect(problems).toEqual([
        expect.stringMatching(/^STAFETT_PORT=/),
        expect.stringMatching(/^STAFETT_DEMO_SIGN_IN=on: /),
        expect.stringMatching(/^STAFETT_SECRET=\*\*\*: /),
        expect.stringMatching(/^OIDC_ISSUER=.*https/),
        expect.stringMatching(/^OIDC_CONTACT_ISSUER=.*https/),
        expect.stringMatching(/^OIDC_CLIENT_KEY is not set/),
        expect.stringMatching(/^OIDC_CONTACT_CLIENT_ID is not set/),
        expect.stringMatching(/^OIDC_CONTACT_CLIENT_SECRET is not set/),
      ]);
      expect(problems.join()).not.toContain('xxxx');
    }
  });

  it.each([
    ['an issuer', { OIDC_ISSUER: '' }, /^OIDC_ISSUER is not set/],
    ['an address, when it is said to be one', { STAFETT_URL: '', STAFETT_PRODUCTION: 'on' }, /^STAFETT_URL is not set/],
    ['https, when it is said to be one', { STAFETT_URL: 'http://x.example', STAFETT_PRODUCTION: 'on' }, /^STAFETT_URL/],
  ])('needs %s', (_, change, problem) => {
    expect(problemsOf(() => readServiceConfig({ ...good, ...change }))).toEqual([expect.stringMatching(problem)]);
  });

  it('runs neither the embedded Temporal nor the embedded mail sink', () => {
    const problems = problemsOf(() => readStartConfig({ ...good, TEMPORAL_ADDRESS: '', SMTP_URL: '' }));
    expect(problems).toEqual([
      expect.stringMatching(/^TEMPORAL_ADDRESS is not set/),
      expect.stringMatching(/^SMTP_URL is not set/),
    ]);
  });

  it('is not what an http address or the operator’s tool is', () => {
    const demo = { ...good, STAFETT_URL: 'http://127.0.0.1:3000', STAFETT_DEMO_SIGN_IN: 'on', OIDC_ISSUER: '' };
    expect(problemsOf(() => readServiceConfig(demo))).toEqual([]);
    expect(problemsOf(() => readConfig({ ...good, OIDC_ISSUER: '' }))).toEqual([]);
  });
});

describe('a secret', () => {
  it.each([
    'x'.repeat(40),
    'abc123'.repeat(6),
    'changeme-changeme-and-changeme-12',
    'Stafett1234567890qazwsxedcrfvtgb',
    'aabbccddeeffaabbccddeeffaabbccdd',
  ])('%s is easy to guess', (secret) => expect(isWeakSecret(secret)).toBe(true));
  it.each([STRONG, 'f3a91c07de5b8246a0917cbd3e58f624d7', 'Xk3vQ0w9+z/1Lr7bYt5MhP2nJd8sFg4aCe6uRo='])(
    '%s is not',
    (secret) => expect(isWeakSecret(secret)).toBe(false),
  );
});

describe('a demonstration that others than this machine reach', () => {
  const embedded = [/^TEMPORAL_ADDRESS is not set/, /^SMTP_URL is not set/, /^OIDC_ISSUER is not set/];
  it.each<[string, Environment, readonly RegExp[]]>([
    ['STAFETT_HOST=0.0.0.0', { STAFETT_HOST: '0.0.0.0' }, embedded],
    ['STAFETT_HOST=::', { STAFETT_HOST: '::' }, embedded],
    ['an address in the network', { STAFETT_HOST: '192.0.2.7' }, embedded],
    ['an address that people use', { STAFETT_URL: 'http://stafett.example' }, embedded],
    [
      'demo sign-in as well',
      { STAFETT_HOST: '0.0.0.0', STAFETT_DEMO_SIGN_IN: 'on' },
      [/^STAFETT_DEMO_SIGN_IN=on/, ...embedded],
    ],
    ['no sign-in', { STAFETT_HOST: '0.0.0.0', STAFETT_DEMO_SIGN_IN: 'off' }, embedded.slice(0, 2)],
  ])('by %s does not start', (_, env, expected) => {
    expect(problemsOf(() => readStartConfig(env))).toEqual(expected.map((it) => expect.stringMatching(it)));
  });

  it.each<[Environment]>([[{}], [{ STAFETT_HOST: '127.0.0.1' }], [{ STAFETT_URL: 'http://localhost:3000' }]])(
    'is not the one with %o',
    (env) => {
      expect(problemsOf(() => readStartConfig(env))).toEqual([]);
    },
  );

  it('is refused by the api too', () => {
    const env = { ...good, STAFETT_URL: 'http://127.0.0.1:3000', STAFETT_HOST: '0.0.0.0', STAFETT_DEMO_SIGN_IN: 'on' };
    expect(problemsOf(() => readServiceConfig(env))).toEqual([expect.stringMatching(/^STAFETT_DEMO_SIGN_IN=on/)]);
  });
});
