import type { Readable } from 'node:stream';

/** What was stored below a key. */
export interface StoredContent {
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Bytes from `start` to `end`, both counted from 0 and both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface StoredKey {
  readonly key: string;
  /** Wall time of its last `put`. */
  readonly at: Date;
}

/**
 * Contents of files, each below a key.
 * 1. What `put` has stored is there whole; when it fails, nothing of it is. Putting again below the same key replaces it.
 * 2. A content that is removed while somebody reads it is read to its end, or the stream fails.
 * 3. A key is lower-case letters, digits and hyphens, so that it leads nowhere else.
 */
export interface FileStore {
  /** @throws FileStoreFull */
  put(key: string, content: Readable): Promise<StoredContent>;
  /** @throws ContentMissing */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** Removing what is not there succeeds. */
  remove(key: string): Promise<void>;
  keys(): AsyncIterable<StoredKey>;
  /** Removes what an interrupted `put` from before this instant has left. @returns how many. */
  removeUnfinished(before: Date): Promise<number>;
}

/** There is no room for the content. Nothing of it is stored. */
export class FileStoreFull extends Error {
  override readonly name = 'FileStoreFull';
}

export class ContentMissing extends Error {
  override readonly name = 'ContentMissing';
  constructor(readonly key: string) {
    super(`no content below ${key}`);
  }
}

const KEY = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** @throws RangeError for a key that could lead elsewhere. */
export function requireKey(key: string): string {
  if (!KEY.test(key)) throw new RangeError('a key is lower-case letters, digits and hyphens');
  return key;
}
