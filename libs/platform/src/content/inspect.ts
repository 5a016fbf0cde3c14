import { fileTypeFromBuffer } from 'file-type';
import { ContentFile } from './content-file.js';
import type { Piece } from './content-file.js';
import { cleanGif } from './images/gif.js';
import { cleanHeic } from './images/heic.js';
import { cleanJpeg } from './images/jpeg.js';
import { cleanPng } from './images/png.js';
import { cleanWebp } from './images/webp.js';
import { extensionOf, isActiveExtension } from './file-name.js';
import { ContentRefused, isMediaType } from './media-types.js';
import type { MediaType } from './media-types.js';
import { officeType } from './office.js';
import { isEncryptedPdf } from './pdf.js';
import { isText } from './text.js';

/** What a file is, by its content. */
export interface Inspected {
  readonly type: MediaType;
  /** What is to be stored of it, in order: all of it, but for an image what tells where it was taken. */
  readonly pieces: readonly Piece[];
  /** It has a password. */
  readonly encrypted: boolean;
}

/** Enough for every signature; office files are read elsewhere. */
const HEAD_BYTES = 4_100;

/** Other names by which images of the same kind are known. */
const ALIASES: Readonly<Record<string, MediaType>> = { 'image/apng': 'image/png', 'image/heif': 'image/heic' };

const CLEANERS: Partial<Readonly<Record<MediaType, (file: ContentFile) => Promise<readonly Piece[]>>>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/heic': cleanHeic,
  'image/gif': cleanGif,
};

/**
 * Finds out what the file is, whatever its name says, and reads as much of it as must be true for that.
 * @param name  tells apart only what its content does not: a table and other text.
 * @throws ContentRefused
 */
export async function inspect(path: string, name: string): Promise<Inspected> {
  return ContentFile.reading(path, async (file) => {
    if (file.size === 0) throw new ContentRefused('empty');
    const type = await typeOf(file, path, name);
    const pieces = (await CLEANERS[type]?.(file)) ?? [{ start: 0, end: file.size }];
    return { type, pieces, encrypted: type === 'application/pdf' && (await isEncryptedPdf(file)) };
  });
}

async function typeOf(file: ContentFile, path: string, name: string): Promise<MediaType> {
  const head = await file.readUpTo(0, HEAD_BYTES);
  if (head.toString('latin1', 0, 2) === 'PK' && head.length >= 4 && head.readUInt16BE(2) < 0x0900)
    return officeType(path, file.size);
  const found = await fileTypeFromBuffer(head);
  const type = found && (ALIASES[found.mime] ?? found.mime);
  if (type !== undefined && isMediaType(type) && !type.startsWith('text/')) return type;
  if (!(await isText(file))) throw new ContentRefused('type');
  if (isActiveExtension(extensionOf(name))) throw new ContentRefused('active');
  return extensionOf(name) === 'csv' ? 'text/csv' : 'text/plain';
}
