import { Parser } from 'tar';

/**
 * The content of the first regular file in a tar, gzipped or not, whose name satisfies `isWanted`.
 * @throws Error when there is none, or the archive is damaged
 */
export function readFromTar(archive: Buffer, isWanted: (name: string) => boolean): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const found: Promise<Buffer>[] = [];
    new Parser({
      strict: true,
      filter: (name, entry) => 'type' in entry && /^(Old)?File$/.test(entry.type) && isWanted(name),
      onReadEntry: (entry) => found.push(entry.concat()),
    })
      .on('error', reject)
      .on('end', () => (found[0] ? resolve(found[0]) : reject(new Error('the archive does not hold the program'))))
      .end(archive);
  });
}
