import type { ContentFile, Piece } from '../content-file.js';
import { ContentRefused } from '../media-types.js';
import { boxesIn } from './heic-boxes.js';
import type { Box } from './heic-boxes.js';
import { describingItems, placesOf } from './heic-items.js';

/** What stands in the file itself, and so is copied with the image. A film or an unknown part is not. */
const KEPT = new Set(['ftyp', 'meta', 'mdat', 'free', 'skip', 'wide', 'pdin', 'idat']);

/**
 * A HEIC whose EXIF and XMP are overwritten with zeros, where they stand: everything else in the file is found by its place.
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
  const blanks = [
    ...(await placesOf(file, inside, described)),
    ...boxes.filter(({ name }) => !KEPT.has(name)).map(({ content, end }) => ({ start: content, end })),
    ...inside
      .filter(({ name }) => name === 'uuid' || name === 'udta')
      .map(({ content, end }) => ({ start: content, end })),
  ];
  return blanked(file.size, blanks);
}

type Place = Pick<Box, 'end'> & { readonly start: number };

function blanked(size: number, blanks: readonly Place[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...blanks].sort((a, b) => a.start - b.start)) {
    if (end > size) throw new ContentRefused('damaged');
    if (start > at) pieces.push({ start: at, end: start });
    if (end > Math.max(at, start)) pieces.push(Buffer.alloc(end - Math.max(at, start)));
    at = Math.max(at, end);
  }
  return [...pieces, { start: at, end: size }];
}
