import type { ContentFile } from '../content-file.js';
import { ContentRefused } from '../media-types.js';

/** A part of a file in the ISO base media format: its name, where its content begins, and where it ends. */
export interface Box {
  readonly name: string;
  readonly content: number;
  readonly end: number;
}

const MOST_BOXES = 10_000;

/** The boxes that stand one after the other. @throws ContentRefused `damaged` */
export async function boxesIn(file: ContentFile, from: number, to: number): Promise<readonly Box[]> {
  const boxes: Box[] = [];
  for (let at = from; at < to;) {
    const head = await file.read(at, 8);
    const name = head.toString('latin1', 4);
    const short = head.readUInt32BE();
    const length = short === 1 ? Number((await file.read(at + 8, 8)).readBigUInt64BE()) : short === 0 ? to - at : short;
    const content = at + (short === 1 ? 16 : 8);
    const end = at + length;
    if (end > to || end < content || boxes.length === MOST_BOXES) throw new ContentRefused('damaged');
    boxes.push({ name, content, end });
    at = end;
  }
  return boxes;
}
