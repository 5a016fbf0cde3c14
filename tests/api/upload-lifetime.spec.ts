import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { appendFile, readdir, utimes } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import supertest from 'supertest';
import { FileSweepService } from '#api/cases/uploads/file-sweep.service.js';
import { FilesService } from '#api/shared/files.service.js';
import type { UploadView } from '#contracts/http/cases/upload.js';
import { ENTREPRENEUR, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { eventually } from '#support/eventually.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { PART, PDF, TUS, beginUpload, sendPart, uploaded } from '#support/uploads.js';

let c: Conversation;
beforeAll(async () => {
  c = await startConversation();
}, 180_000);
afterAll(() => c.api.close());

const file = (content: Buffer) => ({ collaboration: c.id, name: 'a.txt', content });
const textOf = (bytes: number): Buffer => Buffer.from(randomBytes(bytes / 2).toString('hex'));
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const begun = async (content: Buffer): Promise<string> =>
  ((await beginUpload(c.outside, file(content)).expect(201)).body as UploadView).id;
const offsetOf = async (id: string): Promise<number> =>
  Number((await c.outside.head(`/api/v1/uploads/${id}`).set(TUS).expect(200)).headers['upload-offset']);
const below = async (folder: string): Promise<string[]> => {
  const found = await readdir(path.join(c.api.home, folder), { recursive: true, withFileTypes: true });
  return found.filter((it) => it.isFile()).map((it) => path.join(it.parentPath, it.name));
};
const OLD = new Date(Date.now() - 25 * 3_600_000);
const makeOld = async (folder: string, id: string): Promise<void> => {
  for (const name of await below(folder)) if (path.basename(name).startsWith(id)) await utimes(name, OLD, OLD);
};

describe('an upload that stops', () => {
  it('at 90 % goes on in another process', async () => {
    const content = textOf(1_000_000);
    const id = await begun(content);
    await sendPart(c.outside, id, 0, content.subarray(0, 900_000)).expect(204);
    const another = supertest.agent(await c.api.startAnother());
    await another.post('/api/v1/demo/sign-in').send({ user: ENTREPRENEUR }).expect(204);
    const { headers } = await another.head(`/api/v1/uploads/${id}`).set(TUS).expect(200);
    expect(headers['upload-offset']).toBe('900000');
    await sendPart(another, id, 900_000, content.subarray(900_000)).expect(204);
    const { body } = await c.outside.get(`/api/v1/uploads/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'READY', sha256: sha256(content) });
  });

  it('because the line breaks keeps what has come', async () => {
    const content = textOf(1_000_000);
    const id = await begun(content);
    const signedIn = await supertest(c.api.url).post('/api/v1/demo/sign-in').send({ user: ENTREPRENEUR }).expect(204);
    const Cookie = (signedIn.headers['set-cookie'] as unknown as string[]).map((it) => it.split(';', 1)[0]).join('; ');
    const sending = request(`${c.api.url}/api/v1/uploads/${id}`, {
      method: 'PATCH',
      headers: { ...PART, 'Upload-Offset': '0', 'Content-Length': content.length, Cookie },
    });
    sending.on('error', () => undefined);
    sending.write(content.subarray(0, 600_000));
    await eventually(async () => expect(await offsetOf(id)).toBeGreaterThan(0));
    sending.destroy();
    // What is on its way when the client asks may still be written.
    await eventually(async () => {
      const offset = await offsetOf(id);
      await sendPart(c.outside, id, offset, content.subarray(offset)).expect(204);
    });
    const { body } = await c.outside.get(`/api/v1/uploads/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'READY', sha256: sha256(content) });
  });

  it('for 24 hours is gone', async () => {
    const id = await begun(PDF);
    await sendPart(c.outside, id, 0, PDF.subarray(0, 10)).expect(204);
    expect(new Date((await c.outside.get(`/api/v1/uploads/${id}`)).body.expiresAt as string).getTime()).toBeGreaterThan(
      Date.now() + 23 * 3_600_000,
    );
    await makeOld('uploads', id);
    expectRefusal(await c.outside.get(`/api/v1/uploads/${id}`), 404, 'not-found');
    expectRefusal(await sendPart(c.outside, id, 10, PDF.subarray(10)), 404, 'not-found');
  });

  it('between its last byte and its row is finished when somebody asks', async () => {
    const id = await begun(PDF);
    await sendPart(c.outside, id, 0, PDF.subarray(0, 10)).expect(204);
    await appendFile(path.join(c.api.home, 'uploads', id), PDF.subarray(10));
    expect((await c.outside.get(`/api/v1/uploads/${id}`).expect(200)).body).toMatchObject({
      state: 'READY',
      sha256: sha256(PDF),
    });
  });
});

/** What may be there when the sweep comes; `old` is more than 24 hours. */
const KINDS = ['unfinished', 'finished', 'refused', 'attached', 'content without a row', 'half a content'] as const;

describe('the sweep', () => {
  const sweep = () => c.api.app.get(FileSweepService).sweep();
  const rows = (): Promise<{ id: string; key: string }[]> => c.api.dataSource.query('SELECT id, key FROM file');

  async function make(kind: (typeof KINDS)[number], old: boolean): Promise<string> {
    const { store } = c.api.app.get(FilesService);
    const key = randomUUID();
    const id = {
      unfinished: () => begun(PDF),
      finished: async () => (await uploaded(c.outside, file(textOf(100)))).id,
      refused: async () => {
        const refused = await begun(Buffer.from('<html>'));
        await sendPart(c.outside, refused, 0, Buffer.from('<html>')).expect(422);
        return refused;
      },
      attached: async () => {
        const { id: attached } = await uploaded(c.outside, file(textOf(100)));
        const document = { file: attached, title: 'Et dokument', kind: 'OTHER' };
        await c.outside.post(`${c.path}/documents`).send(document).expect(201);
        return attached;
      },
      'content without a row': async () => (await store.put(key, Readable.from([PDF])), key),
      'half a content': async () => {
        const content = new Readable({ read: () => undefined });
        content.push(PDF);
        void store.put(key, content).catch(() => undefined);
        await eventually(async () => expect((await below('files')).join()).toContain(key));
        return key;
      },
    }[kind];
    const made = await id();
    if (old) {
      await c.api.dataSource.query(`UPDATE file SET stored_at = now() - interval '25 hours' WHERE id = $1`, [made]);
      for (const folder of ['uploads', 'files']) await makeOld(folder, made);
    }
    return made;
  }

  it('takes what nobody goes on with, keeps all else, and leaves no content without a file and no file without one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ kind: fc.constantFrom(...KINDS), old: fc.boolean() }), { minLength: 1, maxLength: 8 }),
        async (things) => {
          const made: { id: string; stays: boolean }[] = [];
          for (const { kind, old } of things)
            made.push({ id: await make(kind, old), stays: !old || kind === 'attached' });
          await sweep();
          const there = [...(await below('files')), ...(await below('uploads'))].join('\n');
          const known = await rows();
          const isThere = (id: string) => there.includes(id) || known.some((row) => row.id === id);
          expect(made.map(({ id }) => isThere(id))).toEqual(made.map(({ stays }) => stays));
          const keys = known.map(({ key }) => key).filter((key) => key !== '');
          const names = (await below('files')).map((name) => path.basename(name));
          expect(keys.filter((key) => !names.includes(key))).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
    // A day later nothing is left that has no file.
    for (const name of await below('files')) await utimes(name, OLD, OLD);
    await sweep();
    const keys = (await rows()).map(({ key }) => key).filter((key) => key !== '');
    expect((await below('files')).map((name) => path.basename(name)).sort()).toEqual(keys.sort());
    expect(await sweep()).toMatchObject({ files: 0, contents: 0 });
  });
});
