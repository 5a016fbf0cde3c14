import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExifReader from 'exifreader';
import fc from 'fast-check';
import { joined } from '../content-file.js';
import { inspect } from '../inspect.js';
import { ContentRefused } from '../media-types.js';

/** Read by another library: what is in the images, made with a place, a time, a camera and comments, before and after. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stafett-images-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const KINDS = ['jpg', 'png', 'webp', 'heic', 'gif'] as const;
const image = (kind: string): Promise<Buffer> =>
  readFile(new URL(`../../../../../tests/support/images/located.${kind}`, import.meta.url));

async function cleaned(content: Buffer): Promise<Buffer> {
  const file = path.join(folder, 'image');
  await writeFile(file, content);
  const { pieces } = await inspect(file, 'image');
  return buffer(Readable.from(joined(file, pieces)));
}

const TELLING = /Fjordvik|GPSLatitude|xmpmeta|2027:01:02|Photoshop/;

describe.each(KINDS)('an image in %s', (kind) => {
  it('loses its place, its time and its comments, and keeps how it is turned', async () => {
    const before = await image(kind);
    expect(before.toString('latin1')).toMatch(TELLING);
    const after = await cleaned(before);
    expect(after.toString('latin1')).not.toMatch(TELLING);
    const tags = ExifReader.load(after, { expanded: true });
    const { exif, gps, xmp, iptc, pngText } = tags;
    const told = [exif, gps, xmp, iptc, pngText].flatMap((group) => Object.keys(group ?? {}));
    expect(told.filter((name) => name !== 'Orientation')).toEqual([]);
    // A HEIC is turned by a property of the image.
    if (kind !== 'gif' && kind !== 'heic') expect(tags.exif?.Orientation?.value).toBe(6);
  });

  it('is the same image: cleaning it again changes nothing', async () => {
    const once = await cleaned(await image(kind));
    expect((await cleaned(once)).equals(once)).toBe(true);
  });

  it('is read or refused, whatever bytes are changed in it', async () => {
    const whole = await image(kind);
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(whole.length), async (changes, end) => {
        const broken = Buffer.from(end % 3 === 0 ? whole.subarray(0, end) : whole);
        for (const { at, byte } of changes) if (at < broken.length) broken[at] = byte;
        try {
          await cleaned(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(ContentRefused);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the image itself', () => {
  it.each([
    ['jpg', /\xff\xda[^]*?\xff\xd9/],
    ['png', /IDAT[^]*?IEND/],
    ['webp', /VP8L[^]{250}/],
    ['gif', /\x2c[^]{400}/],
  ] as const)('is copied byte for byte: %s', async (kind, coded) => {
    const [before, after] = [await image(kind), await cleaned(await image(kind))].map((it) => it.toString('latin1'));
    const [code = ''] = coded.exec(before ?? '') ?? [];
    expect(code.length).toBeGreaterThan(100);
    expect(after).toContain(code);
  });

  it('keeps its place in a HEIC, where everything is found by its place', async () => {
    const [before, after] = [await image('heic'), await cleaned(await image('heic'))];
    expect(after).toHaveLength(before.length);
    // The coded image stands in `mdat` before the EXIF, which begins with where its block does.
    const end = before.lastIndexOf('Exif') - 4;
    expect(end - before.indexOf('mdat')).toBeGreaterThan(400);
    expect(after.subarray(0, end).equals(before.subarray(0, end))).toBe(true);
  });

  it('hands on no film in a HEIC', async () => {
    const moov = Buffer.from('\0\0\0\x08moov', 'latin1');
    await expect(cleaned(Buffer.concat([await image('heic'), moov]))).rejects.toThrow('refused: type');
  });
});
