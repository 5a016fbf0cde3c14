import type { ContentFile, Piece } from '../content-file.js';
import { ContentRefused } from '../media-types.js';
import { boxesIn } from './heic-boxes.js';
import { describingItems, placesOf } from './heic-items.js';
import type { Place } from './heic-items.js';
import { emptyTiff } from './orientation.js';

/** What stands in the file itself, and so is copied with the image. A film or an unknown part is not. */
const KEPT = new Set(['ftyp', 'meta', 'mdat', 'free', 'skip', 'wide', 'pdin', 'idat']);

const TELLING = new Set(['uuid', 'udta']);

/**
 * A HEIC whose EXIF and XMP are overwritten where they stand: everything else in the file is found by its place.
 * The orientation is a property of the image, not EXIF, and stays.
 * @throws ContentRefused `damaged`; `type` for one that is a film.
 */
export async function cleanHeic(file: ContentFile): Promise<readonly Piece[]> {
  const boxes = await boxesIn(file, 0, file.size);
  if (boxes.some(({ name }) => name === 'moov' || name === 'moof')) throw new ContentRefused('type');
  const metas = boxes.filter(({ name }) => name === 'meta');
  const [meta] = metas;
  if (boxes[0]?.name !== 'ftyp' || !meta || metas.length > 1) throw new ContentRefused('damaged');
  // `meta` has four bytes of version and flags before its boxes.
  const inside = await boxesIn(file, meta.content + 4, meta.end);
  const described = await describingItems(file, inside);
  const others = [...boxes.filter(({ name }) => !KEPT.has(name)), ...inside.filter(({ name }) => TELLING.has(name))];
  const blanks = [
    ...(await placesOf(file, inside, described)),
    ...others.map(({ content, end }) => ({ start: content, end, type: 'box' })),
  ];
  return blanked(file.size, blanks);
}

function blanked(size: number, blanks: readonly Place[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, type } of [...blanks].sort((a, b) => a.start - b.start)) {
    if (end > size) throw new ContentRefused('damaged');
    if (start > at) pieces.push({ start: at, end: start });
    if (end > Math.max(at, start)) pieces.push(blank(end - Math.max(at, start), type));
    at = Math.max(at, end);
  }
  return [...pieces, { start: at, end: size }];
}

/** EXIF that tells nothing, so that a reader finds what it looks for; for other texts, spaces. */
function blank(length: number, type: string): Buffer {
  if (type !== 'Exif') return Buffer.alloc(length, ' ');
  // Four bytes say where the block begins behind them.
  const exif = Buffer.concat([Buffer.alloc(4), emptyTiff()]);
  return Buffer.concat([exif, Buffer.alloc(Math.max(length - exif.length, 0))]).subarray(0, length);
}
