import { crc32 } from 'node:zlib';
import type { ContentFile, Piece } from '../content-file.js';
import { ContentRefused } from '../media-types.js';
import { orientationIn, tiffWith } from './orientation.js';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Chunks beside the image that decide how it looks: colours, transparency, size, movement. */
const LOOKS = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT cICP mDCV mDCv cLLI cLLi acTL fcTL fdAT'.split(' '),
);

/**
 * A PNG without its texts, EXIF and whatever stands behind it. The image is copied byte for byte; an orientation is kept.
 * @throws ContentRefused `damaged`
 */
export async function cleanPng(file: ContentFile): Promise<readonly Piece[]> {
  if (!(await file.read(0, 8)).equals(SIGNATURE)) throw new ContentRefused('damaged');
  const pieces: Piece[] = [SIGNATURE];
  for (let at = 8; ;) {
    const head = await file.read(at, 8);
    const [length, name] = [head.readUInt32BE(), head.toString('latin1', 4)];
    const end = at + 12 + length;
    if (end > file.size || !/^[A-Za-z]{4}$/.test(name)) throw new ContentRefused('damaged');
    if (name === 'eXIf') {
      const orientation = orientationIn(Buffer.from(await file.read(at + 8, Math.min(length, 65_536))));
      if (orientation !== 1) pieces.push(chunk('eXIf', tiffWith(orientation)));
    } else if (/^[A-Z]/.test(name) || LOOKS.has(name)) pieces.push({ start: at, end });
    if (name === 'IEND') return pieces;
    at = end;
  }
}

function chunk(name: string, content: Buffer): Buffer {
  const checked = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(checked));
  return Buffer.concat([length, checked, sum]);
}
