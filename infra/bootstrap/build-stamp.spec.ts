import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { filesUnder } from './files.mjs';
import { fingerprint, isStamped, writeStamp } from './build-stamp.mjs';

describe('the stamp of a build', () => {
  let root: string;
  const print = (): string => fingerprint(root, filesUnder(root, ['src', 'not-there']));

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'stafett æøå '));
    mkdirSync(path.join(root, 'src', 'node_modules'), { recursive: true });
    writeFileSync(path.join(root, 'src', 'a.ts'), 'one');
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is the same for the same contents, whatever their dates', () => {
    const before = print();
    utimesSync(path.join(root, 'src', 'a.ts'), 1, 1);
    expect(print()).toBe(before);
  });

  it.each([
    ['a file changed', () => writeFileSync(path.join(root, 'src', 'a.ts'), 'two')],
    ['a file came', () => writeFileSync(path.join(root, 'src', 'b.ts'), '')],
    ['a file went', () => rmSync(path.join(root, 'src', 'a.ts'))],
  ])('is another when %s', (_, change) => {
    const before = print();
    change();
    expect(print()).not.toBe(before);
  });

  it('takes no notice of installed packages', () => {
    const before = print();
    writeFileSync(path.join(root, 'src', 'node_modules', 'c.ts'), '');
    expect(print()).toBe(before);
  });

  it('holds only for the print it was made of', () => {
    const file = path.join(root, '.stamp');
    expect(isStamped(file, 'x')).toBe(false);
    writeStamp(file, 'x');
    expect([isStamped(file, 'x'), isStamped(file, 'y')]).toEqual([true, false]);
  });
});
