import type { ContentFile, Piece } from '../content-file.js';
import { ContentRefused } from '../media-types.js';
import { orientationIn, tiffWith } from './orientation.js';
import type { Orientation } from './orientation.js';

const LOOKS = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const [EXIF_FLAG, XMP_FLAG] = [0x08, 0x04];

/**
 * A WebP without EXIF, XMP and whatever stands behind it. The image is copied byte for byte; an orientation is kept.
 * @throws ContentRefused `damaged`
 */
export async function cleanWebp(file: ContentFile): Promise<readonly Piece[]> {
  const head = await file.read(0, 12);
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8) !== 'WEBP')
    throw new ContentRefused('damaged');
  const wholeEnd = 8 + head.readUInt32LE(4);
  if (wholeEnd > file.size) throw new ContentRefused('damaged');
  const chunks: Chunk[] = [];
  let orientation: Orientation = 1;
  for (let at = 12; at + 8 <= wholeEnd;) {
    const read = await file.read(at, 8);
    const [name, length] = [read.toString('latin1', 0, 4), read.readUInt32LE(4)];
    // A chunk of odd length is followed by one byte without meaning.
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > wholeEnd) throw new ContentRefused('damaged');
    if (name === 'EXIF') orientation = orientationIn(withoutPrefix(await file.read(at + 8, Math.min(length, 65_536))));
    else if (LOOKS.has(name)) chunks.push({ name, start: at, end: Math.min(end, file.size) });
    at = end;
  }
  return piecesOf(file, chunks, orientation);
}

interface Chunk {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Only a WebP with a VP8X chunk may have others beside its image. */
async function piecesOf(
  file: ContentFile,
  chunks: readonly Chunk[],
  orientation: Orientation,
): Promise<readonly Piece[]> {
  const [first, ...others] = chunks;
  if (!first) throw new ContentRefused('damaged');
  const isTurned = first.name === 'VP8X' && orientation !== 1;
  const pieces: Piece[] = [first.name === 'VP8X' ? await described(file, first, isTurned) : first, ...others];
  if (isTurned) pieces.push(exifChunk(orientation));
  const length = pieces.reduce((sum, it) => sum + (Buffer.isBuffer(it) ? it.length : it.end - it.start), 4);
  const riff = Buffer.from('RIFF0000WEBP', 'latin1');
  riff.writeUInt32LE(length, 4);
  return [riff, ...pieces];
}

async function described(file: ContentFile, { start, end }: Chunk, hasExif: boolean): Promise<Buffer> {
  const chunk = Buffer.from(await file.read(start, end - start));
  if (chunk.length < 18) throw new ContentRefused('damaged');
  chunk[8] = (chunk.readUInt8(8) & ~EXIF_FLAG & ~XMP_FLAG) | (hasExif ? EXIF_FLAG : 0);
  return chunk;
}

function exifChunk(orientation: Orientation): Buffer {
  const tiff = tiffWith(orientation);
  const head = Buffer.from('EXIF0000', 'latin1');
  head.writeUInt32LE(tiff.length, 4);
  return Buffer.concat([head, tiff]);
}

/** Some programs write the words that EXIF has in a JPEG. */
const withoutPrefix = (exif: Buffer): Buffer =>
  exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
