import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFromTar } from './tar.js';

describe('a program in a tar', () => {
  let folder: string;
  let tar: Buffer;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'stafett-'));
    writeFileSync(path.join(folder, 'LICENSE'), 'free');
    writeFileSync(path.join(folder, 'temporal'), 'program '.repeat(1_000));
    tar = execFileSync('tar', ['-cf', '-', '-C', folder, '.']);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is found among the others, whole', () => {
    expect(readFromTar(tar, (name) => name.endsWith('/temporal')).toString()).toBe('program '.repeat(1_000));
  });

  it('that is not there is an error, and so is a file that is no tar', () => {
    expect(() => readFromTar(tar, (name) => name === 'other')).toThrow(/does not hold/);
    expect(() => readFromTar(Buffer.from('x'.repeat(2_000)), () => true)).toThrow(/no tar archive/);
  });
});
