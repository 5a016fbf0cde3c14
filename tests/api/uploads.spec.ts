import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { PART, PDF, TUS, beginUpload, sendPart, uploaded } from '#support/uploads.js';

let c: Conversation;
beforeAll(async () => {
  c = await startConversation();
}, 180_000);
afterAll(() => c.api.close());

const file = (name: string, content: Buffer) => ({ collaboration: c.id, name, content });
const textOf = (bytes: number): Buffer =>
  Buffer.from(
    randomBytes(Math.ceil(bytes / 2))
      .toString('hex')
      .slice(0, bytes),
  );
const head = (id: string, agent = c.outside) => agent.head(`/api/v1/uploads/${id}`).set(TUS);
const stored = async (): Promise<string[]> => {
  const names = await readdir(path.join(c.api.home, 'files'), { recursive: true, withFileTypes: true });
  return names.filter((it) => it.isFile()).map((it) => it.name);
};
const unfinished = () => readdir(path.join(c.api.home, 'uploads'));

describe('an upload', () => {
  it('comes in parts and becomes a file, with its checksum', async () => {
    const content = textOf(300_000);
    const begun = await beginUpload(c.outside, file('Søknad om støtte.txt', content)).expect(201);
    const { id } = begun.body as { id: string };
    expect(begun.headers).toMatchObject({ location: `/api/v1/uploads/${id}`, 'tus-resumable': '1.0.0' });
    expect(begun.body).toMatchObject({ state: 'UPLOADING', offset: 0, size: 300_000, name: 'Søknad om støtte.txt' });
    await sendPart(c.outside, id, 0, content.subarray(0, 270_000)).expect(204).expect('Upload-Offset', '270000');
    const known = await head(id).expect(200);
    expect(known.headers).toMatchObject({ 'upload-offset': '270000', 'upload-length': '300000' });
    expect(known.headers['cache-control']).toBe('no-store');
    await sendPart(c.outside, id, 270_000, content.subarray(270_000)).expect(204).expect('Upload-Offset', '300000');
    const { body } = await c.outside.get(`/api/v1/uploads/${id}`).expect(200);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(body).toMatchObject({ state: 'READY', type: 'text/plain', sha256, scan: 'NOT_SCANNED', encrypted: false });
    expect(await stored()).toContain(id);
    expect(await unfinished()).toEqual([]);
    await head(id).expect(200).expect('Upload-Offset', '300000');
  });

  it('is seen by whoever began it, and by nobody else', async () => {
    const { id } = await uploaded(c.outside, file('a.pdf', PDF));
    for (const agent of [c.owner, c.other]) {
      await agent.get(`/api/v1/uploads/${id}`).expect(404);
      await agent.head(`/api/v1/uploads/${id}`).set(TUS).expect(404);
      expectRefusal(await sendPart(agent, id, 0, PDF), 404, 'not-found');
      await agent.delete(`/api/v1/uploads/${id}`).set(TUS).expect(404);
    }
    await c.api.anonymous.get(`/api/v1/uploads/${id}`).expect(401);
    await c.api.anonymous.patch(`/api/v1/uploads/${id}`).set(PART).send(PDF).expect(401);
  });

  it('is begun by those who may write on the case', async () => {
    await beginUpload(c.owner, file('a.pdf', PDF)).expect(201);
    expectRefusal(await beginUpload(c.other, file('a.pdf', PDF)), 404, 'not-found');
    const nowhere = { collaboration: randomUUID(), name: 'a.pdf', content: PDF };
    expectRefusal(await beginUpload(c.owner, nowhere), 404, 'not-found');
  });

  it('is begun once for its key, and with another file the key is refused', async () => {
    const key = randomUUID();
    const [a, b] = await Promise.all([
      beginUpload(c.outside, file('to.txt', Buffer.from('to')), key),
      beginUpload(c.outside, file('to.txt', Buffer.from('to')), key),
    ]);
    expect([a.status, b.status]).toEqual([201, 201]);
    expect(a.body.id).toBe(b.body.id);
    await sendPart(c.outside, a.body.id as string, 0, Buffer.from('to')).expect(204);
    const again = await beginUpload(c.outside, file('to.txt', Buffer.from('to')), key).expect(201);
    expect(again.body).toMatchObject({ id: a.body.id, state: 'READY' });
    expectRefusal(await beginUpload(c.outside, file('to.txt', Buffer.from('tre')), key), 422, 'key-reused');
  });

  it('takes only the part that follows', async () => {
    const content = textOf(1000);
    const { id } = (await beginUpload(c.outside, file('a.txt', content)).expect(201)).body as { id: string };
    expectRefusal(await sendPart(c.outside, id, 10, content.subarray(10)), 409, 'upload-offset');
    await sendPart(c.outside, id, 0, content.subarray(0, 500)).expect(204);
    expectRefusal(await sendPart(c.outside, id, 0, content), 409, 'upload-offset');
    expectRefusal(await sendPart(c.outside, id, 500, textOf(600)), 413, 'too-large');
    await sendPart(c.outside, id, 500, content.subarray(500)).expect(204);
    expectRefusal(await sendPart(c.outside, id, 1000, Buffer.from('x')), 409, 'upload-offset');
  });

  it('that two send at once is whole', async () => {
    const content = textOf(2_000_000);
    const { id } = (await beginUpload(c.outside, file('a.txt', content)).expect(201)).body as { id: string };
    const answers = await Promise.all([1, 2, 3].map(() => sendPart(c.outside, id, 0, content)));
    expect(answers.map(({ status }) => status).filter((status) => status === 204).length).toBeGreaterThan(0);
    const { body } = await c.outside.get(`/api/v1/uploads/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'READY', sha256: createHash('sha256').update(content).digest('hex') });
    expect((await stored()).filter((it) => it === id)).toHaveLength(1);
  });

  it('may be given up, before its end and after', async () => {
    const half = (await beginUpload(c.outside, file('a.txt', textOf(100))).expect(201)).body as { id: string };
    const whole = await uploaded(c.outside, file('b.txt', textOf(100)));
    for (const { id } of [half, whole]) {
      await c.outside.delete(`/api/v1/uploads/${id}`).set(TUS).expect(204);
      await c.outside.get(`/api/v1/uploads/${id}`).expect(404);
      expect([...(await stored()), ...(await unfinished())].filter((it) => it.startsWith(id))).toEqual([]);
    }
  });

  it.each<[string, Record<string, string | undefined>, number, string]>([
    ['60 MB', { 'Upload-Length': '60000000' }, 413, 'too-large'],
    ['no length', { 'Upload-Length': '' }, 400, 'malformed'],
    ['a length that is no number', { 'Upload-Length': '1e3' }, 400, 'malformed'],
    ['a length that comes later', { 'Upload-Defer-Length': '1' }, 400, 'malformed'],
    ['no metadata', { 'Upload-Metadata': '' }, 400, 'malformed'],
    ['metadata that are not in Base64', { 'Upload-Metadata': 'filename ...' }, 400, 'malformed'],
    ['no name', { 'Upload-Metadata': `collaboration ${btoa(randomUUID())}` }, 400, 'malformed'],
    ['no case', { 'Upload-Metadata': `filename ${btoa('a.pdf')}` }, 400, 'malformed'],
    ['another version of the protocol', { 'Tus-Resumable': '0.2.2' }, 412, 'upload-protocol'],
  ])('is refused with %s', async (_what, headers, status, code) => {
    const answer = await beginUpload(c.outside, file('a.pdf', PDF)).set(headers as Record<string, string>);
    expectRefusal(answer, status, code);
  });

  it('is refused with a name that holds a national identity number', async () => {
    const answer = await beginUpload(c.outside, file('attest 01017000027.pdf', PDF));
    expectRefusal(answer, 400, 'sensitive-number', 'Upload-Metadata/filename');
  });
});
