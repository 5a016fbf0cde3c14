import { text } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { ContentRefused } from './media-types.js';
import type { MediaType } from './media-types.js';

/** What an office file may become when it is unpacked. A large one has some tens of megabytes. */
const MOST_UNPACKED_BYTES = 300_000_000;
/** Unpacked, it may be this many times as large, beyond what any of this size may be. */
const [MOST_TIMES, SMALL_BYTES] = [200, 10_000_000];
const MOST_ENTRIES = 10_000;
const MOST_TYPE_BYTES = 1_000_000;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SLIDES = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** The main part of a file tells which it is. One with macros has another type. */
const MAIN_PARTS: readonly (readonly [string, MediaType])[] = [
  [`${WORD}.main+xml`, WORD],
  [`${SHEET}.main+xml`, SHEET],
  [`${SLIDES}.main+xml`, SLIDES],
];

const OPEN_DOCUMENTS: ReadonlySet<string> = new Set<MediaType>([
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
]);

const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)\//i;

/**
 * Which office file a zip is. Every part is unpacked once and thrown away, so that one that lies about its size is noticed.
 * @throws ContentRefused `bomb`, `active` for macros, `type` for another zip, `damaged`
 */
export async function officeType(path: string, size: number): Promise<MediaType> {
  const zip = await opened(path);
  try {
    return await typeOf(zip, size);
  } catch (error) {
    throw error instanceof ContentRefused ? error : new ContentRefused('damaged');
  } finally {
    zip.close();
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false });
  } catch {
    // Whatever is wrong, it is wrong with the file: it was there a moment ago.
    throw new ContentRefused('damaged');
  }
}

async function typeOf(zip: ZipFile, size: number): Promise<MediaType> {
  const entries: Entry[] = [];
  let [packed, unpacked] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    // Parts that are together larger than the file lie over each other.
    if (entries.length > MOST_ENTRIES || packed > size || unpacked > MOST_UNPACKED_BYTES)
      throw new ContentRefused('bomb');
  }
  if (unpacked > SMALL_BYTES && unpacked > size * MOST_TIMES) throw new ContentRefused('bomb');
  if (entries.some((entry) => entry.isEncrypted())) throw new ContentRefused('type');
  const type = await declaredType(zip, entries);
  if (entries.some(({ fileName }) => MACROS.test(fileName))) throw new ContentRefused('active');
  for (const entry of entries) await unpackedOnce(zip, entry);
  return type;
}

async function declaredType(zip: ZipFile, entries: readonly Entry[]): Promise<MediaType> {
  const read = async (name: string): Promise<string> => {
    const entry = entries.find(({ fileName }) => fileName === name);
    if (!entry || entry.uncompressedSize > MOST_TYPE_BYTES) return '';
    return text(await zip.openReadStreamPromise(entry));
  };
  const open = (await read('mimetype')).trim();
  if (OPEN_DOCUMENTS.has(open)) return open as MediaType;
  const parts = await read('[Content_Types].xml');
  if (/macroEnabled/i.test(parts)) throw new ContentRefused('active');
  const [, type] = MAIN_PARTS.find(([part]) => parts.includes(`"${part}"`)) ?? [];
  if (type === undefined) throw new ContentRefused('type');
  return type;
}

/** yauzl fails when a part becomes larger or smaller than it says. */
async function unpackedOnce(zip: ZipFile, entry: Entry): Promise<void> {
  if (entry.fileName.endsWith('/')) return;
  const stream = await zip.openReadStreamPromise(entry);
  stream.resume();
  await new Promise<void>((resolve, reject) => stream.on('end', resolve).on('error', reject));
}
