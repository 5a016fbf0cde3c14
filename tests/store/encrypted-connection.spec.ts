import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { stafettDataSource } from '#store/data-source.js';
import { freshDatabase } from '#support/test-database.js';
import type { TestDatabase } from '#support/test-database.js';

/** A Postgres without a certificate, as the embedded one is. */

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe('a connection that is to be encrypted', () => {
  it('is never made without TLS instead', async () => {
    const url = `${database.url}?sslmode=verify-full`;
    await expect(stafettDataSource({ url }).initialize()).rejects.toThrow('does not support SSL');
    // As the listener connects.
    await expect(new pg.Client({ connectionString: url }).connect()).rejects.toThrow('does not support SSL');
  });
});
