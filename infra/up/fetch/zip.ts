import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/**
 * The content of the first file in a zip whose name satisfies `isWanted`.
 * @throws Error when there is none, or the archive is damaged or packed in a way that is not known
 */
export async function readFromZip(archive: Buffer, isWanted: (name: string) => boolean): Promise<Buffer> {
  const zip = await fromBufferPromise(archive);
  for await (const entry of zip.eachEntry()) {
    if (isWanted(entry.fileName)) return buffer(await zip.openReadStreamPromise(entry));
  }
  throw new Error('the archive does not hold the program');
}
