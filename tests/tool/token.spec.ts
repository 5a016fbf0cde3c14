import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readApiToken } from '#platform/session/api-token.js';
import { seedPeople } from '#infra/demo/seed-people.js';
import { freshDatabase } from '#support/test-database.js';
import type { TestDatabase } from '#support/test-database.js';
import { auditEntriesOf } from '#support/audit-entries.js';
import { runToolInProcess } from './tool-installation.js';

const SECRET = 'x'.repeat(32);

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seedPeople(database.dataSource.manager);
}, 60_000);
afterAll(() => database.close());

const tool = (...argv: string[]) =>
  runToolInProcess(['token', ...argv], {
    STAFETT_HOME: '/nowhere',
    DATABASE_URL: database.url,
    STAFETT_INSTALLATION_ID: 'test',
    STAFETT_SECRET: SECRET,
  });
const MAKE_TOKEN = ['--as', 'leder.helse', '--name', 'fagsystem', '--scope', 'read,write'];

describe('a token', () => {
  it('is made, shown once, listed without itself, and revoked', async () => {
    const made = await tool(...MAKE_TOKEN, '--days', '30');
    expect(made.exit).toBe(0);
    expect(made.lines).toHaveLength(1);
    const [token = ''] = made.lines;
    const content = await readApiToken({ secret: SECRET, installation: 'test' }, token);
    expect(content).toEqual({ id: expect.any(String), scopes: ['read', 'write'] });
    const { id } = content as { id: string };
    const listed = await tool('--list');
    expect(listed.lines).toEqual([expect.stringMatching(`^${id}  leder.helse  read,write  until .*Z  fagsystem$`)]);
    expect(JSON.stringify(listed)).not.toContain(token);
    expect(await tool('--revoke', id)).toMatchObject({ exit: 0, lines: [`revoked ${id}`] });
    expect(await tool('--revoke', id)).toMatchObject({ exit: 0 });
    expect((await tool('--list')).lines[0]).toContain('revoked');
    const logged = await auditEntriesOf(database.dataSource, 'tokenChanged', 'leder.helse');
    expect(logged.map(({ detail }) => detail['did'])).toEqual(['made', 'revoked']);
    expect(JSON.stringify(logged)).not.toContain('fagsystem');
  });

  it.each([
    ['somebody unknown', ['--as', 'nobody', '--name', 'x', '--scope', 'read'], 'There is no nobody'],
    ['an unknown scope', ['--as', 'mottak', '--name', 'x', '--scope', 'root'], 'There is no scope "root"'],
    ['no scope', ['--as', 'mottak', '--name', 'x'], 'A token needs'],
    ['for ever', [...MAKE_TOKEN, '--days', '0'], '--days is a whole number'],
    ['two wishes', [...MAKE_TOKEN, '--list'], 'One of --as, --list and --revoke'],
    ['no wish', [], 'One of --as, --list and --revoke'],
    ['an unknown token', ['--revoke', 'x'], 'There is no token x'],
  ])('is not made of %s', async (_, argv, words) => {
    const { exit, lines, notes } = await tool(...argv);
    expect({ exit, lines }).toEqual({ exit: 2, lines: [] });
    expect(notes.join('\n')).toContain(words);
  });
});
