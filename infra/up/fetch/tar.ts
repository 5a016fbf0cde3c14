const BLOCK = 512;

/**
 * The content of the first regular file in a tar whose name satisfies `isWanted`.
 * @throws Error when there is none
 */
export function readFromTar(tar: Buffer, isWanted: (name: string) => boolean): Buffer {
  for (let offset = 0; offset + BLOCK <= tar.length && tar[offset] !== 0;) {
    const name = text(tar, offset, 100);
    const size = Number.parseInt(text(tar, offset + 124, 12), 8);
    const type = text(tar, offset + 156, 1);
    if (Number.isNaN(size)) throw new Error('this is no tar archive');
    const start = offset + BLOCK;
    if ((type === '0' || type === '') && isWanted(name)) return tar.subarray(start, start + size);
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error('the archive does not hold the program');
}

function text(tar: Buffer, offset: number, length: number): string {
  const field = tar.toString('utf8', offset, offset + length);
  const end = field.indexOf('\0');
  return (end < 0 ? field : field.slice(0, end)).trim();
}
