import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform/logger.js';
import { runFolder } from '#support/once-per-run.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';
import { expectRefusal } from '#support/expect-refusal.js';

/** An e-mail address of which a trace is found wherever it is left. */
const EMAIL = 'spor-av-meg@sjobris.example';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', log: createLogger('test', 'silent') });
}, 120_000);
afterAll(() => api.close());

describe('a row that is there already', () => {
  it('is 409 held for whoever comes second, wherever a unique index says so', async () => {
    await api.dataSource.query('CREATE UNIQUE INDEX one_of_each ON person (phone)');
    const admin = await api.signInAs('admin');
    const person = (name: string) => ({ name, unit: 'kultur', phone: '+47 900 00 111', email: `${name}.${EMAIL}` });
    await admin.post('/api/v1/people').send(person('en')).expect(201);
    expectRefusal(await admin.post('/api/v1/people').send(person('to')), 409, 'held');
    await api.dataSource.query('DROP INDEX one_of_each');
  });

  it('leaves no e-mail address in the log of the database, nor do other failed statements', async () => {
    const attempts = [
      `INSERT INTO person (id, name, unit, email, staff) VALUES ('a', 'A', 'kultur', '${EMAIL}', false), ('b', 'B', 'kultur', '${EMAIL}', false)`,
      `SELECT '${EMAIL}'::uuid`,
      `SELECT raise FROM "${EMAIL}"`,
      `INSERT INTO person (id, name, unit, email, staff) VALUES ('c', 'C', '${EMAIL}', NULL, false)`,
    ];
    for (const sql of attempts) await expect(api.dataSource.query(sql)).rejects.toThrow();
    await expect(api.dataSource.query('SELECT $1::uuid', [EMAIL])).rejects.toThrow();
    await api.anonymous
      .post('/api/v1/enquiries')
      .send({ ...enquiryBody, contact: { name: 'A', email: EMAIL } })
      .expect(201);
    const log = readFileSync(path.join(runFolder(), 'postgres.log'), 'utf8');
    expect(log).toContain('database system is ready');
    expect(log).not.toContain(EMAIL);
  });
});
