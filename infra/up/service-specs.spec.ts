import { describe, expect, it } from '@jest/globals';
import { readConfig, readServiceConfig } from '#platform/config.js';
import { accessOf, embeddedAccess } from './postgres/database-access.js';
import { serviceEnvironment } from './service-specs.js';

const OWNER = 'postgres://stafett:owners-own@127.0.0.1:5432/stafett';
const API = 'postgres://outside_api:a@db.example:5432/stafett';

const config = readServiceConfig({
  DATABASE_URL: OWNER,
  DATABASE_API_URL: API,
  DATABASE_LISTEN_URL: 'postgres://stafett:owners-own@direct.example:6432/stafett',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  STAFETT_INSTALLATION_ID: 'test',
  STAFETT_SECRET: 'x'.repeat(32),
});

describe('what a program is told', () => {
  it('lets it into the database as itself, and never tells how the owner or the other program gets in', () => {
    const access = embeddedAccess(OWNER, 'owners-own');
    const api = serviceEnvironment(config, access, 'api');
    expect(api['DATABASE_URL']).toBe(access.urls.api);
    expect(new URL(String(api['DATABASE_LISTEN_URL']))).toMatchObject({
      host: 'direct.example:6432',
      username: 'stafett_api',
    });
    const all = JSON.stringify(api);
    expect(all).not.toContain('owners-own');
    expect(all).not.toContain(new URL(access.urls.worker).password);
    expect(all).not.toContain('DATABASE_API_URL');
  });

  it('is the address of DATABASE_URL for a program that has none of its own in an outside database', () => {
    const access = accessOf(config, OWNER, 'of-no-use');
    expect(access).toEqual({ urls: { api: API }, isEmbedded: false });
    expect(serviceEnvironment(config, access, 'api')['DATABASE_URL']).toBe(API);
    const worker = serviceEnvironment(config, access, 'worker');
    expect(worker['DATABASE_URL']).toBe(OWNER);
    expect(JSON.stringify(worker)).not.toContain('outside_api');
  });
});

describe('addresses of programs', () => {
  it('are refused where the database itself is not named', () => {
    expect(() => accessOf(readConfig({ DATABASE_API_URL: API }), OWNER, 'x')).toThrow('DATABASE_URL is not');
  });
});
