import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { Header } from 'tar';

const BLOCK_BYTES = 512;
/** A part of an archive is held in memory while it is written or read. */
const MAX_PART_BYTES = 1_000_000_000;

/** One file in an archive. */
export interface ArchivePart {
  readonly name: string;
  readonly content: Buffer;
}

/** Writes a tar archive as it comes: the size of the whole need not be known. */
export class TarWriter {
  constructor(private readonly out: Writable) {}

  async add({ name, content }: ArchivePart): Promise<void> {
    const header = Buffer.alloc(BLOCK_BYTES);
    const fields = { path: name, mode: 0o600, size: content.length, type: 'File' as const, mtime: new Date() };
    if (new Header(fields).encode(header)) throw new Error(`${name} is too long a name for an archive`);
    await this.write(header);
    await this.write(content);
    await this.write(Buffer.alloc(paddingOf(content.length)));
  }

  /** Two empty blocks are the end of an archive: one that lacks them was cut off. */
  async end(): Promise<void> {
    await this.write(Buffer.alloc(2 * BLOCK_BYTES));
    this.out.end();
  }

  private async write(bytes: Buffer): Promise<void> {
    if (!this.out.write(bytes)) await once(this.out, 'drain');
  }
}

/**
 * The parts of a tar archive in their order, one at a time.
 * @throws Error when the archive is damaged or cut off.
 */
export async function* readTar(source: Readable): AsyncGenerator<ArchivePart> {
  const bytes = new ByteReader(source);
  for (;;) {
    const block = await bytes.take(BLOCK_BYTES);
    const header = new Header(block);
    if (header.nullBlock) return;
    const { path: name, size } = header;
    if (!header.cksumValid || name === undefined || size === undefined || size > MAX_PART_BYTES)
      throw new Error('the archive is damaged');
    const content = await bytes.take(size);
    await bytes.take(paddingOf(size));
    yield { name, content };
  }
}

const paddingOf = (size: number): number => (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;

/** Reads a stream in portions of the wanted size. */
class ByteReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer[] = [];
  private length = 0;

  constructor(source: Readable) {
    this.chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async take(size: number): Promise<Buffer> {
    while (this.length < size) {
      const next = await this.chunks.next();
      if (next.done) throw new Error('the archive is cut off');
      this.rest.push(next.value);
      this.length += next.value.length;
    }
    const all = Buffer.concat(this.rest);
    this.rest = [all.subarray(size)];
    this.length -= size;
    return all.subarray(0, size);
  }
}
