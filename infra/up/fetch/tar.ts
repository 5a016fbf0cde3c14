const BLOCK = 512;

/**
 * The content of the first regular file in a tar whose name satisfies `isWanted`.
 * @throws Error when there is none
 */
export function readFromTar(tar: Buffer, isWanted: (name: string) => boolean): Buffer {
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const name = text(tar, at, 100);
    const size = Number.parseInt(text(tar, at + 124, 12), 8);
    const type = text(tar, at + 156, 1);
    if (Number.isNaN(size)) throw new Error('this is no tar archive');
    const start = at + BLOCK;
    if ((type === '0' || type === '') && isWanted(name)) return tar.subarray(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error('the archive does not hold the program');
}

function text(tar: Buffer, at: number, length: number): string {
  const field = tar.toString('utf8', at, at + length);
  const end = field.indexOf('\0');
  return (end < 0 ? field : field.slice(0, end)).trim();
}
