import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openHome, type Home } from '#infra/up/home.js';
import { readOrCreateInstallation } from '#infra/up/installation-file.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

let home: Home;
beforeEach(() => {
  home = openHome(mkdtempSync(path.join(tmpdir(), 'stafett-home-')));
});
afterEach(() => rmSync(home.dir, { recursive: true, force: true }));

describe('installation.json', () => {
  it('is made once, in a folder that no start has used, and kept', () => {
    const created = readOrCreateInstallation(home);
    expect(Object.values(created).every((value) => value.length >= 10)).toBe(true);
    mkdirSync(home.postgres);
    writeFileSync(path.join(home.postgres, 'PG_VERSION'), '18\n');
    expect(readOrCreateInstallation(home)).toEqual(created);
  });

  it.each([
    '',
    ' ',
    '{',
    '{"id":"a","secret":"b"',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"id":"a","secret":"","postgresPassword":"c"}',
  ])('that is damaged (%j) is told with what to do, and left as it is', (content) => {
    writeFileSync(home.installation, content);
    expect(() => readOrCreateInstallation(home)).toThrow(/installation\.json[\s\S]*docs\/backup\.md/);
    expect(readFileSync(home.installation, 'utf8')).toBe(content);
  });

  it.each(['postgres', 'temporal', 'issuer'] as const)(
    'that is missing beside an old %s is told with what to do, and is not replaced',
    (folder) => {
      mkdirSync(home[folder]);
      writeFileSync(path.join(home[folder], 'something'), '');
      expect(() => readOrCreateInstallation(home)).toThrow(/is missing[\s\S]*docs\/backup\.md/);
      expect(existsSync(home.installation)).toBe(false);
    },
  );

  it('that is damaged ends a start with a sentence and an exit code, before anything is started', () => {
    writeFileSync(home.installation, '{"id":');
    const env = {
      ...process.env,
      STAFETT_HOME: home.dir,
      STAFETT_PORT: '3999',
      NODE_OPTIONS: '',
      npm_lifecycle_event: '',
    };
    const { status, stdout } = spawnSync(process.execPath, ['infra/start.mjs'], { cwd: ROOT, env, encoding: 'utf8' });
    expect(stdout).toMatch(/Installation failed[\s\S]*cannot be read[\s\S]*What to do: Put the file back/);
    expect(status).toBe(1);
    expect(readdirSync(home.dir)).not.toContain('postgres');
  }, 60_000);
});
