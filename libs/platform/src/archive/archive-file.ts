import { createReadStream, createWriteStream, openSync, readSync, closeSync, renameSync, rmSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { readTar, TarWriter, type ArchivePart } from './tar-stream.js';

/** Every file of age (age-encryption.org) begins so; its own program reads and writes them as well. */
const AGE_MAGIC = 'age-encryption.org/v1\n';

/** With neither the archive is not encrypted. */
export interface ArchiveKeys {
  readonly passphrase?: string | undefined;
  /** `age1...`, to write. */
  readonly recipient?: string | undefined;
  /** `AGE-SECRET-KEY-...`, to read. */
  readonly identity?: string | undefined;
}

export const isEncrypting = ({ passphrase, recipient }: ArchiveKeys): boolean =>
  passphrase !== undefined || recipient !== undefined;

/**
 * Writes a compressed archive, encrypted when there is a key, without holding it in memory. The file has its name only when it
 * is complete, and only its owner may read it.
 */
export async function writeArchive(
  file: string,
  keys: ArchiveKeys,
  write: (archive: TarWriter) => Promise<void>,
): Promise<void> {
  const plain = new PassThrough();
  const draft = `${file}.new`;
  const gzip = createGzip();
  try {
    const written = isEncrypting(keys)
      ? pipeline(await encrypted(plain.pipe(gzip), keys), createWriteStream(draft, { mode: 0o600 }))
      : pipeline(plain, gzip, createWriteStream(draft, { mode: 0o600 }));
    const archive = new TarWriter(plain);
    await Promise.all([
      written,
      write(archive)
        .then(() => archive.end())
        .catch((error: Error) => {
          plain.destroy(error);
          gzip.destroy(error);
          throw error;
        }),
    ]);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** @throws Error when it is not an archive, is damaged or cut off, or the key does not fit. */
export async function* readArchive(file: string, keys: ArchiveKeys): AsyncGenerator<ArchivePart> {
  const stored = createReadStream(file);
  const compressed = isEncrypted(file) ? await decrypted(stored, keys) : stored;
  const plain = createGunzip();
  compressed.on('error', (error: Error) => plain.destroy(error));
  yield* readTar(compressed.pipe(plain));
}

export function isEncrypted(file: string): boolean {
  const start = Buffer.alloc(AGE_MAGIC.length);
  const descriptor = openSync(file, 'r');
  readSync(descriptor, start, 0, start.length, 0);
  closeSync(descriptor);
  return start.toString('latin1') === AGE_MAGIC;
}

async function encrypted(source: Readable, { passphrase, recipient }: ArchiveKeys): Promise<Readable> {
  const encrypter = new Encrypter();
  if (recipient !== undefined) encrypter.addRecipient(recipient);
  else encrypter.setPassphrase(passphrase ?? '');
  return Readable.fromWeb((await encrypter.encrypt(webStream(source))) as ReadableStream<Uint8Array>);
}

async function decrypted(source: Readable, { passphrase, identity }: ArchiveKeys): Promise<Readable> {
  const decrypter = new Decrypter();
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase);
  if (identity !== undefined) decrypter.addIdentity(identity);
  if (passphrase === undefined && identity === undefined)
    throw new Error('the archive is encrypted, and no key was given');
  return Readable.fromWeb((await decrypter.decrypt(webStream(source))) as ReadableStream<Uint8Array>);
}

/** The global type of a web stream, which differs from Node's own in name only. */
const webStream = (source: Readable) => Readable.toWeb(source) as unknown as globalThis.ReadableStream<Uint8Array>;
