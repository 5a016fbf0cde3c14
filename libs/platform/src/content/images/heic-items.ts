import type { ContentFile } from '../content-file.js';
import { ContentRefused } from '../media-types.js';
import { boxesIn } from './heic-boxes.js';
import type { Box } from './heic-boxes.js';

const MOST_BYTES = 4_000_000;

/** The content of a box, which must not be larger than any such box is. */
async function contentOf(file: ContentFile, { content, end }: Box): Promise<Reader> {
  if (end - content > MOST_BYTES) throw new ContentRefused('damaged');
  return new Reader(await file.read(content, end - content));
}

/** Reads numbers one after the other. @throws ContentRefused `damaged` behind the end */
class Reader {
  private at = 0;
  constructor(readonly bytes: Buffer) {}

  /** An unsigned number of so many bytes; 0 when it has none. */
  number(length: number): number {
    if (this.at + length > this.bytes.length) throw new ContentRefused('damaged');
    let value = 0;
    for (let n = 0; n < length; n += 1) value = value * 256 + this.bytes.readUInt8(this.at + n);
    this.at += length;
    return value;
  }

  text(): string {
    return this.bytes.toString('latin1', this.at);
  }
}

/** The items that hold EXIF and XMP, or anything else that is text about the image: their types, by id. */
export async function describingItems(file: ContentFile, meta: readonly Box[]): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  for (const info of meta.filter(({ name }) => name === 'iinf')) {
    const version = (await file.read(info.content, 1)).readUInt8();
    const entries = await boxesIn(file, info.content + (version === 0 ? 6 : 8), info.end);
    for (const entry of entries.filter(({ name }) => name === 'infe')) {
      const reader = await contentOf(file, entry);
      const entryVersion = reader.number(4) >>> 24;
      if (entryVersion < 2) throw new ContentRefused('damaged');
      const id = reader.number(entryVersion === 2 ? 2 : 4);
      reader.number(2);
      const [type] = /^(Exif|mime|uri )/.exec(reader.text()) ?? [];
      if (type !== undefined) found.set(id, type);
    }
  }
  return found;
}

export interface Place {
  readonly start: number;
  readonly end: number;
  /** Of the item whose content it is, or a part of it. */
  readonly type: string;
}

/** Where in the file the content of these items stands. */
export async function placesOf(
  file: ContentFile,
  meta: readonly Box[],
  items: ReadonlyMap<number, string>,
): Promise<readonly Place[]> {
  const locations = meta.find(({ name }) => name === 'iloc');
  if (items.size === 0 || !locations) return [];
  const reader = await contentOf(file, locations);
  const version = reader.number(4) >>> 24;
  const sizes = reader.number(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const places: Place[] = [];
  for (let left = reader.number(version < 2 ? 2 : 4); left > 0; left -= 1) {
    const id = reader.number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : reader.number(2) & 15;
    reader.number(2);
    const base = reader.number(baseSize) + beginOf(meta, method);
    for (let extents = reader.number(2); extents > 0; extents -= 1) {
      reader.number(indexSize);
      const start = base + reader.number(offsetSize);
      const length = reader.number(lengthSize);
      const type = items.get(id);
      if (type === undefined) continue;
      // A length of 0 is the whole file; by another method the content stands in another item.
      if (length === 0 || method > 1) throw new ContentRefused('damaged');
      places.push({ start, end: start + length, type });
    }
  }
  return places;
}

/** From where the offsets count: the file, or the box `idat`. */
function beginOf(meta: readonly Box[], method: number): number {
  if (method !== 1) return 0;
  return meta.find(({ name }) => name === 'idat')?.content ?? 0;
}
