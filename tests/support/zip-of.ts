import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Buffer;
  /** 0 is stored, 8 deflated; any other number is only claimed. */
  readonly method: number;
  /** What the list says that it becomes; default: the truth. */
  readonly says?: number;
  /** The content lies where that of the first entry does. */
  readonly overFirst?: boolean;
}

/** A zip, also one that lies. */
export function zipOf(entries: readonly ZipEntry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, content, method, says = content.length, overFirst } of entries) {
    const packed = method === 0 ? Buffer.from(content) : deflateRawSync(content);
    const local = Buffer.concat([Buffer.alloc(30), Buffer.from(name), packed]);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.concat([Buffer.alloc(46), Buffer.from(name)]);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(says, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(overFirst ? 0 : at, 42);
    list.push(entry);
    if (overFirst) continue;
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, ...list, end, Buffer.from(comment)]);
}
