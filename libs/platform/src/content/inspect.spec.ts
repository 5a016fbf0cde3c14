import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bombs, officeFile, openDocument } from '#support/office-files.js';
import { PDF } from '#support/uploads.js';
import { zipOf } from '#support/zip-of.js';
import { joined } from './content-file.js';
import { inspect } from './inspect.js';
import { ContentRefused } from './media-types.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stafett-content-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = async (content: Buffer | string): Promise<string> => {
  const file = path.join(folder, 'content');
  await writeFile(file, content);
  return file;
};
const typeOf = async (content: Buffer | string, name = 'x') => (await inspect(await write(content), name)).type;
const refusal = async (content: Buffer | string, name = 'x'): Promise<string> => {
  try {
    return await typeOf(content, name);
  } catch (error) {
    if (error instanceof ContentRefused) return `refused: ${error.reason}`;
    throw error;
  }
};
const image = (kind: string): Promise<Buffer> =>
  readFile(new URL(`../../../../tests/support/images/located.${kind}`, import.meta.url));

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

describe('the kind of a file', () => {
  it.each<[string, () => Buffer | string | Promise<Buffer>, string]>([
    ['PDF', () => PDF, 'application/pdf'],
    ['JPEG', () => image('jpg'), 'image/jpeg'],
    ['PNG', () => image('png'), 'image/png'],
    ['WebP', () => image('webp'), 'image/webp'],
    ['HEIC', () => image('heic'), 'image/heic'],
    ['GIF', () => image('gif'), 'image/gif'],
    ['Word', () => officeFile('docx'), `${OFFICE}.wordprocessingml.document`],
    ['Excel', () => officeFile('xlsx'), `${OFFICE}.spreadsheetml.sheet`],
    ['PowerPoint', () => officeFile('pptx'), `${OFFICE}.presentationml.presentation`],
    ['OpenDocument text', () => openDocument('text'), `${OPEN}.text`],
    ['OpenDocument table', () => openDocument('spreadsheet'), `${OPEN}.spreadsheet`],
    ['OpenDocument slides', () => openDocument('presentation'), `${OPEN}.presentation`],
    ['text', () => 'Blåbærsyltetøy 👋 <3\n\tto\r\n', 'text/plain'],
    ['text that begins like a program', () => 'MZ er ei avis. BM er noe annet.', 'text/plain'],
    ['text with a byte order mark', () => '\ufeffNavn;Beløp', 'text/plain'],
  ])('is by its content %s, whatever its name', async (_what, content, type) => {
    for (const name of ['x', 'bilde.png', 'rapport.pdf']) expect(await typeOf(await content(), name)).toBe(type);
  });

  it('is by its name a table, where it is text', async () => {
    expect(await typeOf('Navn;Beløp\nÅse;5', 'tall.CSV')).toBe('text/csv');
    expect(await typeOf(PDF, 'tall.csv')).toBe('application/pdf');
  });

  it.each<[string, () => Buffer | string, string, string]>([
    ['nothing', () => '', 'a.txt', 'empty'],
    ['a page', () => '  <!DOCTYPE html><script>alert(1)</script>', 'a.txt', 'active'],
    ['a page that is called a PDF', () => '<html><body>', 'a.pdf', 'active'],
    ['SVG with a script', () => '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'a.svg', 'active'],
    ['XML', () => '<?xml version="1.0"?><svg/>', 'a.png', 'active'],
    ['a page behind a byte order mark', () => '\ufeff<html>', 'a.txt', 'active'],
    ['a script of a shell', () => '#!/bin/sh\nrm -rf /', 'a.txt', 'active'],
    ['a script by its name', () => 'del *.*', 'start.BAT', 'active'],
    ['Word with macros', () => officeFile('docm'), 'a.docx', 'active'],
    [
      'macros in what says it has none',
      () => officeFile('docx', { name: 'word/vbaProject.bin', content: 'x', method: 0 }),
      'a.docx',
      'active',
    ],
    ['a program', () => Buffer.from('MZ\x90\0\x03\0\0\0\x04\0', 'latin1'), 'a.pdf', 'type'],
    ['a program of Linux', () => Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), 'a.txt', 'type'],
    ['a zip', () => zipOf([{ name: 'a.txt', content: 'x', method: 0 }]), 'a.docx', 'type'],
    ['a drawing of OpenDocument', () => openDocument('graphics'), 'a.odt', 'type'],
    [
      'old Word, or Word with a password',
      () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'),
      'a.doc',
      'type',
    ],
    ['TIFF', () => Buffer.from('II*\0\x08\0\0\0\0\0\0\0\0\0', 'latin1'), 'a.tif', 'type'],
    ['bytes', () => Buffer.from('ff00ff00aa55', 'hex'), 'a.pdf', 'type'],
    ['text in Windows-1252', () => Buffer.from('Bl\xe5b\xe6r', 'latin1'), 'a.txt', 'encoding'],
    ['text in UTF-16', () => Buffer.from('\ufeffBlåbær', 'utf16le'), 'a.csv', 'encoding'],
    ['a broken zip', () => officeFile('docx').subarray(0, 100), 'a.docx', 'damaged'],
  ])('refuses %s', async (_what, content, name, reason) => {
    expect(await refusal(content(), name)).toBe(`refused: ${reason}`);
  });

  it.each(['jpg', 'png', 'webp', 'heic', 'gif'])('refuses an image that ends early: %s', async (kind) => {
    const whole = await image(kind);
    expect(await refusal(whole.subarray(0, 150))).toBe('refused: damaged');
  });

  it.each(Object.entries(bombs()))('refuses a Word file of %s, and takes no memory for it', async (_what, bomb) => {
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage.rss();
    expect(await refusal(bomb, 'a.docx')).toMatch(/^refused: (bomb|damaged)$/);
    expect(process.memoryUsage.rss() - before).toBeLessThan(40_000_000);
  });

  it('takes a large table that was packed well', async () => {
    const rows = Array.from({ length: 300_000 }, (_, n) => `<c r="A${n}"><v>${(n * 7919) % 1000}</v></c>`).join('');
    const type = await typeOf(officeFile('xlsx', { name: 'xl/sheet1.xml', content: rows, method: 8 }));
    expect(type).toBe(`${OFFICE}.spreadsheetml.sheet`);
  });
});

describe('a PDF with a password', () => {
  it.each([
    ['by reference', 'trailer<</Root 1 0 R/Encrypt 5 0 R/ID[<00><00>]>>', true],
    ['in place', 'trailer << /Encrypt <</Filter/Standard/V 2>> >>', true],
    ['none', 'trailer<</Root 1 0 R>> a text about /Encryption', false],
  ])('is taken and marked: %s', async (_how, trailer, encrypted) => {
    // The word stands where two blocks meet.
    const content = Buffer.concat([PDF, Buffer.alloc(65_536 - PDF.length - 20, ' '), Buffer.from(trailer)]);
    expect(await inspect(await write(content), 'a.pdf')).toMatchObject({ type: 'application/pdf', encrypted });
  });
});

describe('what is stored', () => {
  it('is the file as it was, where it is no image', async () => {
    const file = await write(PDF);
    const { pieces } = await inspect(file, 'a.pdf');
    expect((await buffer(Readable.from(joined(file, pieces)))).equals(PDF)).toBe(true);
  });
});
