import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import type { StoredContent } from './file-store.js';

export interface Measured {
  /** Hands on what it gets. */
  readonly through: Transform;
  /** Size and checksum of all that went through. */
  readonly result: () => StoredContent;
}

/** Counts and hashes a stream on its way. */
export function measured(): Measured {
  const hash = createHash('sha256');
  let size = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  return { through, result: () => ({ size, sha256: hash.digest('hex') }) };
}
