import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestS3 } from '#support/test-s3.js';
import type { TestS3 } from '#support/test-s3.js';
import { readConfig } from '../config.js';
import { ContentMissing } from './file-store.js';
import type { FileStore } from './file-store.js';
import { openFileStore } from './open-file-store.js';

let folder: string;
let s3: TestS3;
const stores: Record<string, FileStore> = {};
let store: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stafett-files-'));
  s3 = await startTestS3();
  stores['on the disk'] = openFileStore(readConfig({ STAFETT_HOME: folder }));
  stores['in a bucket'] = openFileStore(readConfig({ ...s3.settings, STAFETT_FILES_S3_PREFIX: 'files/' }));
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const keysOf = async (of: FileStore): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { key } of of.keys()) keys.push(key);
  return keys.sort();
};
const unfinished = (): Promise<string[]> => readdir(path.join(folder, 'files', 'unfinished'));
const putting = (key: string, ...chunks: readonly Buffer[]) => store.put(key, Readable.from(chunks));
const read = async (key: string, range?: { start: number; end: number }) => buffer(await store.open(key, range));

/** Gives some bytes and then fails, as a connection that breaks. */
async function* broken(): AsyncGenerator<Buffer> {
  yield Buffer.alloc(100_000);
  throw new Error('the line is dead');
}

describe.each(['on the disk', 'in a bucket'])('the files %s', (where) => {
  beforeAll(() => {
    store = stores[where] as FileStore;
  });
  it('are read back whole and in part, with their size and checksum', async () => {
    const content = randomBytes(300_000);
    const stored = await putting('one', content.subarray(0, 1000), content.subarray(1000));
    expect(stored).toEqual({ size: 300_000, sha256: createHash('sha256').update(content).digest('hex') });
    expect((await read('one')).equals(content)).toBe(true);
    expect((await read('one', { start: 10, end: 19 })).equals(content.subarray(10, 20))).toBe(true);
  });

  it('are replaced by what is put below the same key, and an empty one is a file too', async () => {
    await putting('again', Buffer.from('first'));
    await putting('again', Buffer.from('second'));
    expect((await read('again')).toString()).toBe('second');
    expect((await putting('empty')).size).toBe(0);
    expect(await read('empty')).toHaveLength(0);
  });

  it('leave nothing of one that breaks off, and keep what was there', async () => {
    await putting('kept', Buffer.from('as it was'));
    await expect(store.put('kept', Readable.from(broken()))).rejects.toThrow('the line is dead');
    await expect(store.put('new', Readable.from(broken()))).rejects.toThrow('the line is dead');
    expect((await read('kept')).toString()).toBe('as it was');
    expect(await keysOf(store)).not.toContain('new');
    expect(await unfinished()).toEqual([]);
  });

  it('may be large', async () => {
    const content = randomBytes(20_000_000);
    const pieces = Array.from({ length: 200 }, (_, n) => content.subarray(n * 100_000, (n + 1) * 100_000));
    const { sha256 } = await store.put('large', Readable.from(pieces));
    expect(sha256).toBe(
      createHash('sha256')
        .update(await read('large'))
        .digest('hex'),
    );
  });

  it('are gone when they are removed, and removing them again succeeds', async () => {
    await putting('gone', Buffer.from('x'));
    await store.remove('gone');
    await store.remove('gone');
    await expect(store.open('gone')).rejects.toBeInstanceOf(ContentMissing);
    expect(await keysOf(store)).not.toContain('gone');
  });

  it('are read to the end by whoever had begun when they are removed', async () => {
    const content = randomBytes(2_000_000);
    await putting('reading', content);
    const stream = await store.open('reading');
    await store.remove('reading');
    expect((await buffer(stream)).equals(content)).toBe(true);
  });

  it.each(['../one', 'a/b', '', '.', 'A', 'a\0', 'x'.repeat(101)])('have no key %j', async (key) => {
    await expect(putting(key, Buffer.from('x'))).rejects.toBeInstanceOf(RangeError);
    await expect(store.open(key)).rejects.toBeInstanceOf(RangeError);
    await expect(store.remove(key)).rejects.toBeInstanceOf(RangeError);
  });
});

describe('the files on the disk', () => {
  it('that a killed program left half written are removed when they are old enough', async () => {
    const disk = stores['on the disk'] as FileStore;
    const never = new Readable({ read: () => undefined });
    never.push(Buffer.alloc(1000));
    const writing = disk.put('half', never);
    for (let n = 0; n < 100 && (await unfinished()).length === 0; n += 1) await new Promise(setImmediate);
    expect(await disk.removeUnfinished(new Date(Date.now() - 60_000))).toBe(0);
    expect(await disk.removeUnfinished(new Date(Date.now() + 60_000))).toBe(1);
    never.destroy(new Error('killed'));
    await expect(writing).rejects.toThrow('killed');
    expect(await unfinished()).toEqual([]);
  });
});
