import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '#support/test-database.js';
import { resolveSettings } from '#tool/resolve-settings.js';
import { runToolInProcess } from './tool-installation.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'stafett-home-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const DATABASE_URL = 'postgres://stafett:secret@127.0.0.1:9/stafett';
const TEMPORAL_ADDRESS = '127.0.0.1:9';

const writeRunningEnvironment = (settings: object) => {
  mkdirSync(path.join(home, 'run'));
  writeFileSync(path.join(home, 'run', 'environment.json'), JSON.stringify(settings));
};
const tool = (argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runToolInProcess(argv, { STAFETT_HOME: home, ...env });

describe('the command line', () => {
  it('explains itself', async () => {
    const { exit, lines } = await tool(['--help']);
    expect(exit).toBe(0);
    for (const command of ['verify', 'rebuild', 'restart', 'renew']) expect(lines.join('\n')).toContain(command);
  });

  it.each([[[]], [['mend']], [['verify', '--fast']], [['restart', '--case', 'x', '--all-missing']], [['toString']]])(
    'answers %j with how it is used, and 2',
    async (argv) => {
      const { exit, lines, notes } = await tool(argv);
      expect({ exit, lines }).toEqual({ exit: 2, lines: [] });
      expect(notes.join('\n')).toContain('Usage: npm run stafett');
    },
  );
});

describe('an installation that does not run', () => {
  it('is never found clean: each part that has no address is named', async () => {
    const { exit, lines, notes } = await tool(['verify']);
    expect({ exit, lines }).toEqual({ exit: 2, lines: [] });
    expect(notes[0]).toContain(
      `Could not reach Postgres: DATABASE_URL is not set, and no installation runs from ${home}`,
    );
    expect(notes[0]).toContain('Could not reach Temporal: TEMPORAL_ADDRESS is not set');
  });

  it('that is gone is never found clean: each part that does not answer is named, and no password', async () => {
    const { exit, notes } = await tool(['verify'], { DATABASE_URL, TEMPORAL_ADDRESS });
    expect(exit).toBe(2);
    expect(notes[0]).toContain('Could not reach Postgres at 127.0.0.1:9/stafett: connect ECONNREFUSED');
    expect(notes[0]).toContain('Could not reach Temporal at 127.0.0.1:9');
    expect(notes[0]).not.toMatch(/secret|at .*\.js/);
  });

  it('with Postgres alone has Temporal named alone', async () => {
    const database = await freshDatabase();
    const { exit, notes } = await tool(['verify'], { DATABASE_URL: database.url, TEMPORAL_ADDRESS });
    await database.close();
    expect(exit).toBe(2);
    expect(notes).toEqual([`Could not reach Temporal at ${TEMPORAL_ADDRESS}: no answer for namespace stafett`]);
  }, 60_000);
});

describe('an installation that runs', () => {
  it('is found by what it left in its home', () => {
    writeRunningEnvironment({ DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE: 'one', STAFETT_PORT: 3100 });
    expect(resolveSettings({ STAFETT_HOME: home }).config).toMatchObject({
      DATABASE_URL,
      TEMPORAL_ADDRESS,
      TEMPORAL_NAMESPACE: 'one',
      STAFETT_PORT: 3100,
    });
  });

  it('yields to variables', () => {
    writeRunningEnvironment({ DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE: 'one' });
    const { config } = resolveSettings({ STAFETT_HOME: home, DATABASE_URL, TEMPORAL_NAMESPACE: 'two' });
    expect(config).toMatchObject({ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE: 'two' });
  });

  it('lends nothing to another: its Temporal never gets the cases of another database', () => {
    writeRunningEnvironment({ DATABASE_URL, TEMPORAL_ADDRESS });
    const other = 'postgres://127.0.0.1:9/another';
    const { config } = resolveSettings({ STAFETT_HOME: home, DATABASE_URL: other });
    expect(config.DATABASE_URL).toBe(other);
    expect(config.TEMPORAL_ADDRESS).toBeUndefined();
  });
});
