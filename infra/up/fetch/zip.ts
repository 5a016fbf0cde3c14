import { inflateRawSync } from 'node:zlib';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;

/**
 * The content of the first file in a zip whose name satisfies `isWanted`. Supports only what wheels use: stored or
 * deflated entries, no ZIP64, no encryption.
 * @throws Error when the archive uses something else or has no such file
 */
export function readFromZip(zip: Buffer, isWanted: (name: string) => boolean): Buffer {
  const end = findEnd(zip);
  let offset = zip.readUInt32LE(end + 16);
  for (let remaining = zip.readUInt16LE(end + 10); remaining > 0; remaining--) {
    if (zip.readUInt32LE(offset) !== ENTRY_SIGNATURE)
      throw new Error('the archive is damaged: its list of files is broken');
    const nameLength = zip.readUInt16LE(offset + 28);
    const name = zip.toString('utf8', offset + 46, offset + 46 + nameLength);
    if (isWanted(name)) return contentOf(zip, offset);
    offset += 46 + nameLength + zip.readUInt16LE(offset + 30) + zip.readUInt16LE(offset + 32);
  }
  throw new Error('the archive does not hold the program');
}

function contentOf(zip: Buffer, entry: number): Buffer {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + size);
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed);
  throw new Error(`the archive uses compression method ${method}`);
}

/** Searches backwards: the end record is followed only by a comment of unknown length. */
function findEnd(zip: Buffer): number {
  for (
    let offset = zip.length - END_RECORD_BYTES;
    offset >= Math.max(0, zip.length - END_RECORD_BYTES - MAX_COMMENT_BYTES);
    offset--
  ) {
    if (zip.readUInt32LE(offset) === END_SIGNATURE) return offset;
  }
  throw new Error('this is no zip archive');
}
