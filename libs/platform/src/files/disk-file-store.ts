import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { measured } from './measured.js';
import { ContentMissing, FileStoreFull, requireKey } from './file-store.js';
import type { ByteRange, FileStore, StoredContent, StoredKey } from './file-store.js';

/** Where contents are written until they are whole. */
const UNFINISHED = 'unfinished';

/** A file a key below one folder of this machine. A content is written under another name, flushed to the disk and renamed. */
export class DiskFileStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(key: string, content: Readable): Promise<StoredContent> {
    const target = this.pathOf(key);
    const unfinished = path.join(this.folder, UNFINISHED, `${key}.${randomUUID()}`);
    await mkdir(path.dirname(unfinished), { recursive: true });
    await mkdir(path.dirname(target), { recursive: true });
    try {
      const { through, result } = measured();
      await pipeline(content, through, createWriteStream(unfinished, { flush: true, mode: 0o600 }));
      await rename(unfinished, target);
      await flushFolder(path.dirname(target));
      return result();
    } catch (error) {
      await rm(unfinished, { force: true });
      throw isFull(error) ? new FileStoreFull('the disk of the files is full') : error;
    }
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const stream = createReadStream(this.pathOf(key), range && { start: range.start, end: range.end });
    try {
      await once(stream, 'open');
    } catch (error) {
      throw codeOf(error) === 'ENOENT' ? new ContentMissing(key) : error;
    }
    return stream;
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *keys(): AsyncIterable<StoredKey> {
    for await (const shelf of namesIn(this.folder)) {
      if (shelf === UNFINISHED) continue;
      for await (const key of namesIn(path.join(this.folder, shelf))) {
        const at = await changedAt(this.pathOf(key));
        if (at) yield { key, at };
      }
    }
  }

  async removeUnfinished(before: Date): Promise<number> {
    let removed = 0;
    for await (const name of namesIn(path.join(this.folder, UNFINISHED))) {
      const file = path.join(this.folder, UNFINISHED, name);
      const at = await changedAt(file);
      if (!at || at >= before) continue;
      await rm(file, { force: true });
      removed += 1;
    }
    return removed;
  }

  /** 256 folders, so that none holds too many files. Keys may begin alike, so the folder is by their hash. */
  private pathOf(key: string): string {
    const shelf = createHash('sha256').update(requireKey(key)).digest('hex').slice(0, 2);
    return path.join(this.folder, shelf, key);
  }
}

async function* namesIn(folder: string): AsyncIterable<string> {
  try {
    for await (const { name } of await opendir(folder)) yield name;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** Null for a file that is gone meanwhile. */
async function changedAt(file: string): Promise<Date | null> {
  try {
    return (await stat(file)).mtime;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A name is safe on the disk when its folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** No room on the disk, or a limit of this account is reached. */
export const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(codeOf(error)));
