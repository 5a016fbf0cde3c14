import type { ContentFile, Piece } from '../content-file.js';
import { ContentRefused } from '../media-types.js';

const [EXTENSION, IMAGE, END] = [0x21, 0x2c, 0x3b];
const [GRAPHIC_CONTROL, PLAIN_TEXT, APPLICATION] = [0xf9, 0x01, 0xff];
/** Extensions of programs that decide how the image looks: that it repeats, its colour profile. */
const LOOKS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

/**
 * A GIF without comments, XMP and whatever stands behind it. The images are copied byte for byte.
 * @throws ContentRefused `damaged`
 */
export async function cleanGif(file: ContentFile): Promise<readonly Piece[]> {
  const head = await file.read(0, 13);
  if (!/^GIF8[79]a/.test(head.toString('latin1', 0, 6))) throw new ContentRefused('damaged');
  const begin = 13 + coloursLength(head.readUInt8(10));
  const pieces: Piece[] = [{ start: 0, end: begin }];
  let hasImage = false;
  for (let at = begin; ;) {
    const kind = (await file.read(at, 1))[0];
    if (kind === END) break;
    const end = await endOf(file, at, kind);
    if (kind === IMAGE || (await isKept(file, at))) pieces.push({ start: at, end });
    hasImage ||= kind === IMAGE;
    at = end;
  }
  if (!hasImage) throw new ContentRefused('damaged');
  return [...pieces, Buffer.from([END])];
}

/** Bytes of the table of colours that the flags announce. */
const coloursLength = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1));

async function endOf(file: ContentFile, at: number, kind: number | undefined): Promise<number> {
  if (kind === EXTENSION) return endOfParts(file, at + 2);
  if (kind !== IMAGE) throw new ContentRefused('damaged');
  return endOfParts(file, at + 11 + coloursLength((await file.read(at + 9, 1)).readUInt8()));
}

/** Parts of at most 255 bytes follow, each after its length, until one of length 0. */
async function endOfParts(file: ContentFile, from: number): Promise<number> {
  for (let at = from; ;) {
    const length = (await file.read(at, 1)).readUInt8();
    at += 1 + length;
    if (length === 0) return at;
  }
}

async function isKept(file: ContentFile, at: number): Promise<boolean> {
  const label = (await file.read(at + 1, 1))[0];
  if (label === APPLICATION) return LOOKS.has((await file.read(at + 3, 11)).toString('latin1'));
  return label === GRAPHIC_CONTROL || label === PLAIN_TEXT;
}
