import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { prepareDatabase } from '#infra/up/prepare-database.js';
import { embeddedAccess, externalAccess } from '#infra/up/postgres/database-access.js';
import { readConfig, readServiceConfig, type ServiceConfig } from '#platform/config.js';
import { stafettDataSource } from '#store/data-source.js';
import { emptyDatabase, freshDatabase } from '#support/test-database.js';

/** How a start prepares the database before api and worker begin. */

// Login roles belong to the server that all tests share, so they must exist before this spec makes them again.
beforeAll(async () => (await freshDatabase()).close());

let stdout: jest.SpiedFunction<typeof process.stdout.write>;
beforeEach(() => {
  stdout = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => stdout.mockRestore());

const printedText = () => stdout.mock.calls.map(([line]) => String(line)).join('');

async function newDatabaseConfig(): Promise<ServiceConfig> {
  const url = await emptyDatabase();
  return readServiceConfig({
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    STAFETT_INSTALLATION_ID: 'test',
    STAFETT_SECRET: 'x'.repeat(32),
    STAFETT_SEED: 'none',
  });
}

async function query<T>(url: string, sql: string): Promise<T[]> {
  const source = await stafettDataSource({ url, name: 'test', poolSize: 1 }).initialize();
  try {
    return await source.query<T[]>(sql);
  } finally {
    await source.destroy();
  }
}

describe('a start', () => {
  it('logs that the rules changed when they did, and not at the next start', async () => {
    const config = await newDatabaseConfig();
    const access = embeddedAccess(config.DATABASE_URL, 'test');
    await prepareDatabase(config, access, false);
    await prepareDatabase(config, access, false);
    expect(await query(config.DATABASE_URL, 'SELECT kind, by, subject, detail FROM audit_entry')).toEqual([
      { kind: 'rulesChanged', by: null, subject: 'collaboration', detail: { version: 1 } },
    ]);
    expect(printedText()).not.toContain('As the owner');
  });

  it('lets the programs in as users of their own, of an older installation too', async () => {
    const config = await newDatabaseConfig();
    await prepareDatabase(config, externalAccess(readConfig({ DATABASE_URL: config.DATABASE_URL })), false);
    expect(printedText()).toContain('As the owner of all tables, by DATABASE_URL: api and worker');
    const access = embeddedAccess(config.DATABASE_URL, 'test');
    await prepareDatabase(config, access, false);
    for (const url of Object.values(access.urls)) {
      expect(await query(url, 'SELECT id FROM installation')).toEqual([{ id: 'test' }]);
      await expect(query(url, "UPDATE installation SET id = 'x'")).rejects.toThrow('permission denied');
    }
  });
});

/** Gets past the trigger that keeps released versions, as nobody but a superuser can. */
const pastTheTrigger = (url: string, sql: string) => query(url, `SET session_replication_role = replica; ${sql}`);

describe('a start on a database whose process versions are not those of the code', () => {
  it('is refused when a version was released with another document', async () => {
    const config = await newDatabaseConfig();
    const access = embeddedAccess(config.DATABASE_URL, 'test');
    await prepareDatabase(config, access, false);
    await pastTheTrigger(config.DATABASE_URL, "UPDATE process_version SET hash = 'x'");
    await expect(prepareDatabase(config, access, false)).rejects.toThrow(
      'process collaboration version 1 is released with another document',
    );
  });

  it('releases a version that is missing, beside one it does not know, and says in the log that the rules changed', async () => {
    const config = await newDatabaseConfig();
    const access = embeddedAccess(config.DATABASE_URL, 'test');
    await prepareDatabase(config, access, false);
    await pastTheTrigger(config.DATABASE_URL, 'UPDATE process_version SET version = 0');
    await prepareDatabase(config, access, false);
    expect(await query(config.DATABASE_URL, 'SELECT version FROM process_version ORDER BY version')).toEqual([
      { version: 0 },
      { version: 1 },
    ]);
    const changes = "SELECT detail FROM audit_entry WHERE kind = 'rulesChanged'";
    expect(await query(config.DATABASE_URL, changes)).toEqual([{ detail: { version: 1 } }, { detail: { version: 1 } }]);
  });
});

describe('a start on the database of another version', () => {
  it.each([
    ['from before the first release', 'Events1795420800000'],
    ['newer than this one', 'Reservations1999999999999'],
  ])('is refused with a sentence, and changes nothing: %s', async (_which, migration) => {
    const config = await newDatabaseConfig();
    await query(
      config.DATABASE_URL,
      `CREATE TABLE migrations (id serial PRIMARY KEY, timestamp bigint NOT NULL, name varchar NOT NULL);
       INSERT INTO migrations (timestamp, name) VALUES (${migration.slice(-13)}, '${migration}')`,
    );
    const starting = prepareDatabase(config, embeddedAccess(config.DATABASE_URL, 'test'), false);
    await expect(starting).rejects.toThrow(/made by another version of Stafett.*\n.*fresh STAFETT_HOME/);
    const tables = await query(
      config.DATABASE_URL,
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    expect(tables).toEqual([{ relname: 'migrations' }]);
  });
});

describe('a start on a database of somebody else', () => {
  it('needs no more than to own its tables in a database with pg_trgm, and fences the users that are named', async () => {
    const config = await newDatabaseConfig();
    const owner = `owner_${randomBytes(4).toString('hex')}`;
    await query(
      config.DATABASE_URL,
      `CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE ROLE ${owner} LOGIN PASSWORD 'test'; GRANT USAGE, CREATE ON SCHEMA public TO ${owner}`,
    );
    const as = (user: string): string => {
      const url = new URL(config.DATABASE_URL);
      url.username = user;
      return url.href;
    };
    const { urls } = embeddedAccess(config.DATABASE_URL, 'test');
    const outside = readConfig({
      DATABASE_URL: as(owner),
      DATABASE_API_URL: urls.api,
      DATABASE_WORKER_URL: urls.worker,
    });
    await prepareDatabase({ ...config, DATABASE_URL: as(owner) }, externalAccess(outside), false);
    await prepareDatabase({ ...config, DATABASE_URL: as(owner) }, externalAccess(outside), false);
    expect(await query(urls.worker, 'SELECT id FROM installation')).toEqual([{ id: 'test' }]);
    for (const url of [urls.api, urls.worker]) {
      await expect(query(url, 'DELETE FROM event')).rejects.toThrow('permission denied');
      await expect(query(url, 'CREATE TABLE mine (id text)')).rejects.toThrow('permission denied');
    }
    expect(printedText()).not.toContain('As the owner');
  });

  it('says that a user is not there, and makes none', async () => {
    const config = await newDatabaseConfig();
    const access = externalAccess(
      readConfig({ DATABASE_URL: config.DATABASE_URL, DATABASE_API_URL: 'postgres://nobody:x@127.0.0.1:1/x' }),
    );
    await expect(prepareDatabase(config, access, false)).rejects.toThrow('the database has no user nobody');
  });
});
