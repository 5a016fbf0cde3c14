import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { ContentRefused } from './media-types.js';

const WINDOW_BYTES = 65_536;

/** A part of the file, from `start` up to and without `end`; or bytes in place of what was there. */
export type Piece = { readonly start: number; readonly end: number } | Buffer;

/** Reads a file here and there, so that none is ever whole in memory. Call it from one place at a time. */
export class ContentFile {
  private window = { start: 0, bytes: Buffer.alloc(0) };

  private constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  /** Opens it as long as `act` reads. */
  static async reading<T>(path: string, act: (file: ContentFile) => Promise<T>): Promise<T> {
    const handle = await open(path, 'r');
    try {
      return await act(new ContentFile(handle, (await handle.stat()).size));
    } finally {
      await handle.close();
    }
  }

  /** @throws ContentRefused `damaged` when the file ends before. */
  async read(start: number, length: number): Promise<Buffer> {
    const from = start - this.window.start;
    if (from >= 0 && from + length <= this.window.bytes.length) return this.window.bytes.subarray(from, from + length);
    if (start < 0 || length < 0 || start + length > this.size) throw new ContentRefused('damaged');
    const bytes = Buffer.alloc(Math.min(Math.max(length, WINDOW_BYTES), this.size - start));
    const { bytesRead } = await this.handle.read(bytes, 0, bytes.length, start);
    if (bytesRead < length) throw new ContentRefused('damaged');
    this.window = { start, bytes: bytes.subarray(0, bytesRead) };
    return this.window.bytes.subarray(0, length);
  }

  /** As much of it as there is. */
  async readUpTo(start: number, length: number): Promise<Buffer> {
    return this.read(start, Math.min(length, Math.max(this.size - start, 0)));
  }

  /** Copies, so that they stay when others are read. */
  async *chunks(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; at += WINDOW_BYTES)
      yield Buffer.from(await this.read(at, Math.min(WINDOW_BYTES, end - at)));
  }
}

/** The content that the pieces of a file make. */
export async function* joined(path: string, pieces: readonly Piece[]): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r');
  try {
    for (const piece of pieces) {
      if (Buffer.isBuffer(piece)) yield piece;
      else yield* copied(handle, piece.start, piece.end);
    }
  } finally {
    await handle.close();
  }
}

async function* copied(handle: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end;) {
    const { bytesRead, buffer } = await handle.read(
      Buffer.alloc(Math.min(WINDOW_BYTES, end - at)),
      0,
      Math.min(WINDOW_BYTES, end - at),
      at,
    );
    if (bytesRead === 0) throw new Error('the file is shorter than it was');
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}
