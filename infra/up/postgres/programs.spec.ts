import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { packagedPrograms, repairPrograms } from './programs.js';

describe('the packaged programs of Postgres', () => {
  let folder: string;
  const native = (...names: string[]): string => path.join(folder, 'native', ...names);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'stafett-'));
    for (const name of ['bin', 'lib']) mkdirSync(native(name), { recursive: true });
    for (const name of ['initdb', 'postgres']) writeFileSync(native('bin', name), '', { mode: 0o644 });
    writeFileSync(native('lib', 'libpq.so.5.18'), 'library');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    writeFileSync(native('pg-symlinks.json'), JSON.stringify(links));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('get the links and modes that a skipped install script would have given them, once', () => {
    repairPrograms(native());
    repairPrograms(native());
    expect(readFileSync(native('lib', 'libpq.so.5'), 'utf8')).toBe('library');
    expect(statSync(native('bin', 'postgres')).mode & 0o555).toBe(0o555);
  });

  it('are there for this machine', () => {
    expect(existsSync(path.join(packagedPrograms(), 'bin', 'postgres'))).toBe(true);
  });
});
