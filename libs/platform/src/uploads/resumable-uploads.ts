import { mkdir, opendir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { ERRORS, Metadata, Server } from '@tus/server';
import type { Upload } from '@tus/server';
import { isFull } from '../files/disk-file-store.js';
import { FULL, UploadStore } from './upload-store.js';

export const TUS_VERSION = '1.0.0';
export const PART_TYPE = 'application/offset+octet-stream';

/** What is told of an upload when it begins, by name. */
export type UploadMetadata = Readonly<Record<string, string>>;

/** What the header Upload-Metadata holds; undefined when it cannot be read. */
export function parseUploadMetadata(header: string): UploadMetadata | undefined {
  try {
    return Object.fromEntries(Object.entries(Metadata.parse(header)).map(([name, value]) => [name, value ?? '']));
  } catch {
    // The library throws a plain Error for whatever is wrong with the text, and nothing else can fail.
    return undefined;
  }
}

export const uploadMetadataHeader = (metadata: UploadMetadata): string => Metadata.stringify({ ...metadata });

/** An upload of which something may be missing. */
export interface UnfinishedUpload {
  readonly id: string;
  readonly size: number;
  /** Bytes that have come. */
  readonly offset: number;
  readonly metadata: UploadMetadata;
  /** When the last of them came. */
  readonly changedAt: Date;
}

/** What became of a request to begin an upload or to go on with it. */
export type UploadOutcome =
  | { readonly offset: number }
  /** `offset`: another part was expected; `too-large`: more than announced; `full`: no room; `busy`: another request has it. */
  | { readonly failed: 'offset' | 'too-large' | 'full' | 'busy' | 'broken-off' | 'malformed' | 'gone' };

/** Uploads by the tus protocol (tus.io) that go on after a broken line, or after a restart of this program. */
export class ResumableUploads {
  private readonly store: UploadStore;
  private readonly server: Server;

  constructor(
    private readonly folder: string,
    readonly maxBytes: number,
  ) {
    this.store = new UploadStore({ directory: folder });
    this.server = new Server({
      path: '/uploads',
      datastore: this.store,
      maxSize: maxBytes,
      relativeLocation: true,
      namingFunction: (_request, metadata) => metadata?.['id'] ?? '',
      // Whichever stream of the way fails first, the cause is that of the store.
      onResponseError: (_request, error) => (isFull(error) ? FULL : undefined),
    });
  }

  /** Begins one. An earlier one with the id goes on. */
  async create(id: string, size: number, metadata: UploadMetadata): Promise<UploadOutcome> {
    await mkdir(this.folder, { recursive: true });
    return this.ask('POST', '/uploads', {
      'Upload-Length': String(size),
      'Upload-Metadata': Metadata.stringify({ ...metadata, id }),
    });
  }

  /** Adds what comes; what has come when the line breaks is kept. Of two at once the first one ends. */
  async receive(id: string, offset: number, body: Readable, length: number | undefined): Promise<UploadOutcome> {
    const headers = {
      'Upload-Offset': String(offset),
      'Content-Type': PART_TYPE,
      ...(length !== undefined && { 'Content-Length': String(length) }),
    };
    return this.ask('PATCH', `/uploads/${id}`, headers, body);
  }

  async find(id: string): Promise<UnfinishedUpload | undefined> {
    let upload: Upload;
    try {
      upload = await this.store.getUpload(id);
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
    const { mtime } = await stat(this.pathOf(id));
    const metadata = Object.entries(upload.metadata ?? {}).flatMap(([name, value]) =>
      value === null ? [] : [[name, value] as const],
    );
    const { size = 0, offset } = upload;
    return { id, size, offset, metadata: Object.fromEntries(metadata), changedAt: mtime };
  }

  /** Where what has come is. */
  pathOf(id: string): string {
    return this.store.pathOf(id);
  }

  /** Removing what is not there succeeds. */
  async remove(id: string): Promise<void> {
    for (const file of [this.pathOf(id), `${this.pathOf(id)}.json`]) await rm(file, { force: true });
  }

  /** Removes every file of the folder that has not changed since `before`. @returns the ids of the uploads. */
  async removeSilent(before: Date): Promise<readonly string[]> {
    const removed = new Set<string>();
    await mkdir(this.folder, { recursive: true });
    for await (const entry of await opendir(this.folder)) {
      const id = path.basename(entry.name, '.json');
      if (removed.has(id) || !(await isSilent(this.pathOf(id), `${this.pathOf(id)}.json`, before))) continue;
      await this.remove(id);
      removed.add(id);
    }
    return [...removed];
  }

  private async ask(
    method: string,
    address: string,
    headers: Readonly<Record<string, string>>,
    body?: Readable,
  ): Promise<UploadOutcome> {
    const request = new Request(`http://uploads${address}`, {
      method,
      headers: { ...headers, 'Tus-Resumable': TUS_VERSION },
      ...(body && { body: Readable.toWeb(body) as ReadableStream, duplex: 'half' }),
    });
    const { status, headers: answered } = await this.server.handleWeb(request);
    if (status < 300) return { offset: Number(answered.get('Upload-Offset') ?? 0) };
    return { failed: FAILURES[status] ?? 'broken-off' };
  }
}

type Failure = Extract<UploadOutcome, { failed: string }>['failed'];

/** By the library's statuses. 400 is a request that gave way to another one, or whose line broke. */
const FAILURES: Readonly<Record<number, Failure>> = {
  400: 'broken-off',
  403: 'malformed',
  404: 'gone',
  409: 'offset',
  410: 'gone',
  413: 'too-large',
  500: 'busy',
  507: 'full',
};

const isGone = (error: unknown): boolean =>
  error === ERRORS.FILE_NOT_FOUND || error === ERRORS.FILE_NO_LONGER_EXISTS || codeOf(error) === 'ENOENT';

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

async function isSilent(content: string, description: string, before: Date): Promise<boolean> {
  for (const file of [content, description]) {
    try {
      if ((await stat(file)).mtime >= before) return false;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  return true;
}
