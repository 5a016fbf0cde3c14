import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import type { Upload } from '@tus/server';

/** What the protocol's server answers when there is no room; it takes a status and a text. */
export const FULL = { status_code: 507, body: 'the disk is full' };

/** Unfinished uploads in a folder: for each what has come, and a JSON file with its length and metadata. */
export class UploadStore extends FileStore {
  /** One that is there stays: what has come of it may be on its way. */
  override async create(upload: Upload): Promise<Upload> {
    await this.configstore.set(upload.id, upload);
    await writeFile(this.pathOf(upload.id), '', { flag: 'a' });
    return upload;
  }

  /** The library's own hides what failed. What has come stays in any case, and the upload goes on from there. */
  override async write(content: Readable, id: string, offset: number): Promise<number> {
    const target = createWriteStream(this.pathOf(id), { flags: 'r+', start: offset, flush: true });
    await pipeline(content, target);
    return offset + target.bytesWritten;
  }

  pathOf(id: string): string {
    return path.join(this.directory, id);
  }
}
