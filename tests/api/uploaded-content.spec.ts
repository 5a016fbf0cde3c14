import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform/logger.js';
import { FilesService } from '#api/shared/files.service.js';
import type { UploadView } from '#contracts/http/cases/upload.js';
import { startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { bombs, officeFile } from '#support/office-files.js';
import { EICAR, startTestClamAv } from '#support/test-clamav.js';
import type { TestClamAv } from '#support/test-clamav.js';
import { PDF, TUS, beginUpload, sendPart, uploaded } from '#support/uploads.js';

let c: Conversation;
let scanner: TestClamAv;
beforeAll(async () => {
  scanner = await startTestClamAv();
  c = await startConversation({ settings: { STAFETT_CLAMAV: scanner.address }, log: createLogger('test', 'silent') });
}, 180_000);
afterAll(async () => {
  await c.api.close();
  await scanner.close();
});
beforeEach(() => {
  scanner.answer = undefined;
});

const file = (name: string, content: Buffer) => ({ collaboration: c.id, name, content });
const image = (kind: string): Promise<Buffer> =>
  readFile(new URL(`../support/images/located.${kind}`, import.meta.url));
const begun = async (name: string, content: Buffer): Promise<string> =>
  ((await beginUpload(c.outside, file(name, content)).expect(201)).body as UploadView).id;
const stored = async (id: string): Promise<Buffer> => buffer(await c.api.app.get(FilesService).store.open(id));
const namesBelow = async (folder: string): Promise<string[]> => {
  const names = await readdir(path.join(c.api.home, folder), { recursive: true, withFileTypes: true });
  return names.filter((it) => it.isFile()).map((it) => it.name);
};

describe('a file that has come', () => {
  it('is what its content is, and its name says so', async () => {
    const view = await uploaded(c.outside, file('../Å pne.exe', PDF));
    expect(view).toMatchObject({ type: 'application/pdf', name: 'Å pne.pdf', scan: 'CLEAN', state: 'READY' });
    const docx = await uploaded(c.outside, file('avtale.pdf', officeFile('docx')));
    expect(docx).toMatchObject({ name: 'avtale.docx' });
  });

  it('is stored without its place when it is an image, and its checksum is that of what is stored', async () => {
    for (const kind of ['jpg', 'png', 'webp', 'heic', 'gif']) {
      const content = await image(kind);
      const { id, sha256, size } = await uploaded(c.outside, file(`bilde.${kind}`, content));
      const kept = await stored(id);
      expect(kept.toString('latin1')).not.toMatch(/Fjordvik|GPSLatitude/);
      expect({ sha256, size }).toEqual({
        sha256: createHash('sha256').update(kept).digest('hex'),
        size: kept.length,
      });
    }
  });

  it('is marked when it has a password', async () => {
    const content = Buffer.concat([PDF, Buffer.from('trailer<</Encrypt 9 0 R>>')]);
    expect(await uploaded(c.outside, file('låst.pdf', content))).toMatchObject({ encrypted: true, state: 'READY' });
  });

  it.each<[string, string, () => Buffer, string]>([
    ['an SVG with a script', 'tegning.svg', () => Buffer.from('<svg><script>alert(1)</script></svg>'), 'file-active'],
    ['a page', 'side.pdf', () => Buffer.from('<!doctype html><p>Hei'), 'file-active'],
    ['a program', 'avtale.pdf', () => Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'file-type'],
    ['text that is not UTF-8', 'notat.txt', () => Buffer.from('Bl\xe5b\xe6r', 'latin1'), 'file-encoding'],
    ['half a Word file', 'a.docx', () => officeFile('docx').subarray(0, 80), 'file-damaged'],
    ['a bomb', 'a.docx', () => bombs()['one large part'] as Buffer, 'file-bomb'],
    ['a virus', 'a.txt', () => Buffer.from(EICAR), 'file-infected'],
  ])('is refused with a sentence, and nothing of it is kept: %s', async (_what, name, content, code) => {
    const id = await begun(name, content());
    const answer = await sendPart(c.outside, id, 0, content());
    expectRefusal(answer, 422, code);
    const { body } = await c.outside.get(`/api/v1/uploads/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'REFUSED', refusal: { code, detail: answer.body.detail }, sha256: null });
    const english = await c.outside.get(`/api/v1/uploads/${id}`).set('Accept-Language', 'en').expect(200);
    expect(english.body.refusal.detail).not.toBe(body.refusal.detail);
    await c.outside.head(`/api/v1/uploads/${id}`).set(TUS).expect(422);
    expect([...(await namesBelow('files')), ...(await namesBelow('uploads'))].filter((it) => it.includes(id))).toEqual(
      [],
    );
    const document = { file: id, title: 'Et dokument', kind: 'OTHER' };
    expectRefusal(await c.outside.post(`${c.path}/documents`).send(document), 422, 'unknown-file');
  });

  it('of no bytes is refused', async () => {
    const id = await begun('tom.txt', Buffer.alloc(0));
    const { body } = await c.outside.get(`/api/v1/uploads/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'REFUSED', refusal: { code: 'file-empty' } });
  });
});

describe('the virus scanner', () => {
  it('reads all that came, of an image also what is not stored', async () => {
    const content = await image('jpg');
    await uploaded(c.outside, file('bilde.jpg', content));
    expect(scanner.streams.at(-1)?.equals(content)).toBe(true);
  });

  it('that cannot say anything lets nothing through, and the upload waits until it can', async () => {
    const id = await begun('a.pdf', PDF);
    scanner.answer = 'INSTREAM size limit exceeded. ERROR';
    expectRefusal(await sendPart(c.outside, id, 0, PDF), 503, 'unavailable');
    await c.outside.head(`/api/v1/uploads/${id}`).set(TUS).expect(503);
    expectRefusal(await c.outside.get(`/api/v1/uploads/${id}`), 503, 'unavailable');
    expect(await namesBelow('files')).not.toContain(id);
    expect(await c.api.dataSource.query('SELECT id FROM file WHERE id = $1', [id])).toEqual([]);
    scanner.answer = undefined;
    await c.outside.head(`/api/v1/uploads/${id}`).set(TUS).expect(200).expect('Upload-Offset', String(PDF.length));
    expect((await c.outside.get(`/api/v1/uploads/${id}`)).body).toMatchObject({ state: 'READY', scan: 'CLEAN' });
  });
});

describe('a scanner that is away', () => {
  it('lets nothing through', async () => {
    const id = await begun('b.pdf', PDF);
    await scanner.close();
    expectRefusal(await sendPart(c.outside, id, 0, PDF), 503, 'unavailable');
    expect(await namesBelow('files')).not.toContain(id);
  });
});
