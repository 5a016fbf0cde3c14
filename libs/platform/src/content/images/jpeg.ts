import type { ContentFile, Piece } from '../content-file.js';
import { ContentRefused } from '../media-types.js';
import { orientationIn, tiffWith } from './orientation.js';
import type { Orientation } from './orientation.js';

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];
const EXIF = 'Exif\0\0';
const COLOUR_PROFILE = 'ICC_PROFILE\0';

/** Markers without a length: fillers of TEM and RST. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * A JPEG without what tells where, when and by what it was taken: EXIF, XMP, IPTC, comments, previews and whatever stands behind
 * the image. The image itself is copied byte for byte; the orientation is written anew.
 * @throws ContentRefused `damaged`
 */
export async function cleanJpeg(file: ContentFile): Promise<readonly Piece[]> {
  if ((await file.read(0, 2)).readUInt16BE() !== 0xff00 + SOI) throw new ContentRefused('damaged');
  const kept: Piece[] = [];
  let orientation: Orientation = 1;
  let hasImage = false;
  for (let at = 2; at < file.size;) {
    const { marker, start } = await markerAt(file, at);
    if (marker === EOI) {
      kept.push(Buffer.from([0xff, EOI]));
      break;
    }
    if (isAlone(marker)) {
      at = start + 2;
      continue;
    }
    const length = (await file.read(start + 2, 2)).readUInt16BE();
    const end = start + 2 + length;
    if (length < 2 || end > file.size) throw new ContentRefused('damaged');
    if (marker === APP1) orientation = (await orientationOf(file, start + 4, end)) ?? orientation;
    at = marker === SOS ? await endOfImage(file, end) : end;
    hasImage ||= marker === SOS;
    if (await isKept(file, marker, start + 4, end)) kept.push({ start, end: at });
  }
  if (!hasImage) throw new ContentRefused('damaged');
  return [Buffer.from([0xff, SOI]), ...(orientation === 1 ? [] : [exifSegment(orientation)]), ...kept];
}

/** Any number of 0xff may stand before a marker. */
async function markerAt(file: ContentFile, at: number): Promise<{ readonly marker: number; readonly start: number }> {
  if ((await file.read(at, 1))[0] !== 0xff) throw new ContentRefused('damaged');
  let start = at;
  while ((await file.read(start + 1, 1))[0] === 0xff) start += 1;
  return { marker: (await file.read(start + 1, 1)).readUInt8(), start };
}

/** What decides how the image looks: its own segments, JFIF, the colour profile, and Adobe's word on the colours. */
async function isKept(file: ContentFile, marker: number, start: number, end: number): Promise<boolean> {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP2) return (await textAt(file, start, end, COLOUR_PROFILE.length)) === COLOUR_PROFILE;
  return marker === APP0 || marker === APP14;
}

async function orientationOf(file: ContentFile, start: number, end: number): Promise<Orientation | undefined> {
  if ((await textAt(file, start, end, EXIF.length)) !== EXIF) return undefined;
  return orientationIn(await file.read(start + EXIF.length, end - start - EXIF.length));
}

const textAt = async (file: ContentFile, start: number, end: number, length: number): Promise<string> =>
  (await file.read(start, Math.min(length, end - start))).toString('latin1');

/** The coded image goes on until a marker that is neither an escaped 0xff nor a restart. */
async function endOfImage(file: ContentFile, from: number): Promise<number> {
  for (let at = from; at < file.size;) {
    const block = await file.readUpTo(at, 32_768);
    const found = block.indexOf(0xff);
    if (found === -1) {
      at += block.length;
      continue;
    }
    if (at + found + 1 >= file.size) return file.size;
    const next = (await file.read(at + found + 1, 1)).readUInt8();
    if (next !== 0 && !isAlone(next) && next !== 0xff) return at + found;
    at += found + (next === 0xff ? 1 : 2);
  }
  return file.size;
}

function exifSegment(orientation: Orientation): Buffer {
  const content = Buffer.concat([Buffer.from(EXIF, 'latin1'), tiffWith(orientation)]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
