import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
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

  const isProgram = (name: string): boolean => name.endsWith('/temporal');

  it('is found among the others, whole', async () => {
    expect((await readFromTar(tar, isProgram)).toString()).toBe('program '.repeat(1_000));
    expect((await readFromTar(gzipSync(tar), isProgram)).toString()).toBe('program '.repeat(1_000));
  });

  it('that is not there is an error, and so is a file that is no tar', async () => {
    await expect(readFromTar(tar, (name) => name === 'other')).rejects.toThrow(/does not hold/);
    await expect(readFromTar(Buffer.from('x'.repeat(2_000)), () => true)).rejects.toThrow(/TAR_ENTRY_INVALID/);
  });

  it('that breaks off is an error', async () => {
    const until = (end: number): Promise<Buffer> => readFromTar(tar.subarray(0, end), isProgram);
    await expect(until(tar.indexOf('program ') + 3_000)).rejects.toThrow(/Truncated/);
  });
});
