import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  S3Client,
  S3ServiceException,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { ContentMissing, FileStoreFull, requireKey } from './file-store.js';
import type { ByteRange, FileStore, StoredContent, StoredKey } from './file-store.js';
import { measured } from './measured.js';

export interface S3Settings {
  readonly bucket: string;
  /** Of a server that is not Amazon's; the bucket is then part of the path. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  /** Without them the SDK looks where it always does: environment, profile, the machine's role. */
  readonly keyId?: string | undefined;
  readonly secret?: string | undefined;
  /** Stands before every key, so that a bucket may hold other things. */
  readonly prefix: string;
}

/** A content in memory on its way is not more than this. */
const PART_BYTES = 8_000_000;
/** How servers call that there is no room. */
const FULL = /^(QuotaExceeded|XMinioStorageFull|StorageFull|InsufficientStorage)/;

/** An object a key in a bucket of any server that speaks S3. */
export class S3FileStore implements FileStore {
  private readonly client: S3Client;

  constructor(private readonly settings: S3Settings) {
    const { endpoint, region, keyId, secret } = settings;
    this.client = new S3Client({
      region,
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      ...(keyId !== undefined &&
        secret !== undefined && { credentials: { accessKeyId: keyId, secretAccessKey: secret } }),
      // Other servers than Amazon's do not know its newer checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(key: string, content: Readable): Promise<StoredContent> {
    const { through, result } = measured();
    content.on('error', (error) => through.destroy(error));
    const upload = new Upload({
      client: this.client,
      params: { ...this.place(key), Body: content.pipe(through) },
      partSize: PART_BYTES,
      queueSize: 1,
    });
    try {
      await upload.done();
    } catch (error) {
      content.destroy();
      throw isNamed(error, FULL) ? new FileStoreFull('the bucket of the files is full') : error;
    }
    return result();
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const bytes = range && { Range: `bytes=${range.start}-${range.end}` };
    try {
      const { Body: body } = await this.client.send(new GetObjectCommand({ ...this.place(key), ...bytes }));
      return body instanceof Readable ? body : Readable.from([]);
    } catch (error) {
      throw isNamed(error, /^(NoSuchKey|NotFound)$/) ? new ContentMissing(key) : error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.place(key)));
  }

  async *keys(): AsyncIterable<StoredKey> {
    const { bucket: Bucket, prefix: Prefix } = this.settings;
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.client }, { Bucket, Prefix }))
      for (const { Key = '', LastModified: at } of Contents) if (at) yield { key: Key.slice(Prefix.length), at };
  }

  /** A put that goes on keeps its parts: it began later. */
  async removeUnfinished(before: Date): Promise<number> {
    const { bucket: Bucket, prefix: Prefix } = this.settings;
    try {
      const { Uploads = [] } = await this.client.send(new ListMultipartUploadsCommand({ Bucket, Prefix }));
      const old = Uploads.filter(({ Initiated }) => Initiated !== undefined && Initiated < before);
      for (const { Key, UploadId } of old)
        await this.client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
      return old.length;
    } catch (error) {
      // Smaller servers keep no list of them, and so nothing that could be removed.
      if (isNamed(error, /^(NotImplemented|MethodNotAllowed)$/)) return 0;
      throw error;
    }
  }

  private place(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.settings.bucket, Key: `${this.settings.prefix}${requireKey(key)}` };
  }
}

const isNamed = (error: unknown, name: RegExp): boolean => error instanceof S3ServiceException && name.test(error.name);
