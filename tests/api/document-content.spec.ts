import { createHash, randomBytes } from 'node:crypto';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FilesService } from '#api/shared/files.service.js';
import { caseDocuments, somePdf } from '#support/case-documents.js';
import type { CaseDocuments, StoredFile } from '#support/case-documents.js';
import { OWNER, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { cookieOf } from '#support/cookies.js';
import { expectRefusal } from '#support/expect-refusal.js';
import type { Agent } from '#support/test-api.js';

/** How the content of a document is served: as it is stored, to whom it may be, and so that nothing in it can run. */
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

let world: Conversation;
let papers: CaseDocuments;
beforeAll(async () => {
  world = await startConversation();
  papers = caseDocuments(world);
}, 180_000);
afterAll(() => world.api.close());

/** A shared document. @returns its id and the address of its content. */
async function stored(file: Omit<StoredFile, 'caseId' | 'by'>, body: object = {}) {
  const owner = { agent: world.owner, id: OWNER };
  const { id, latest } = await papers.added(owner, { visibility: 'SHARED', ...body }, file);
  return { id, url: latest.content ?? '' };
}

const bytes = (agent: Agent, url: string, headers: Readonly<Record<string, string>> = {}) =>
  agent
    .get(url)
    .set(headers)
    .buffer(true)
    .parse((answer, done) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => void chunks.push(chunk));
      answer.on('end', () => done(null, Buffer.concat(chunks)));
    });

describe('the content of a document', () => {
  it('is what was stored, with its checksum as ETag', async () => {
    const content = randomBytes(300_000);
    const { url } = await stored({ content });
    for (const agent of [world.owner, world.outside]) {
      const answer = await bytes(agent, url).expect(200);
      expect(sha256(answer.body as Buffer)).toBe(sha256(content));
      expect(answer.headers).toMatchObject({
        etag: `"${sha256(content)}"`,
        'content-length': '300000',
        'accept-ranges': 'bytes',
        'cache-control': 'no-store',
      });
    }
    const { headers } = await world.owner.head(url).expect(200);
    expect(headers).toMatchObject({ 'content-length': '300000', etag: `"${sha256(content)}"` });
  });

  it.each([
    ['application/pdf', 'plan.pdf', 'inline', 'application/pdf'],
    ['image/jpeg', 'benk.jpg', 'inline', 'image/jpeg'],
    ['image/png', 'benk.png', 'inline', 'image/png'],
    ['text/plain', 'notat.txt', 'attachment', 'text/plain; charset=utf-8'],
    ['text/html', 'side.html', 'attachment', 'text/html; charset=utf-8'],
    ['image/svg+xml', 'tegning.svg', 'attachment', 'image/svg+xml'],
    ['application/vnd.oasis.opendocument.text', 'brev.odt', 'attachment', 'application/vnd.oasis.opendocument.text'],
  ])('of type %s can run nothing, whatever is in it', async (type, name, disposition, served) => {
    const content = Buffer.from('<script>alert(1)</script>');
    const { url } = await stored({ content, type, name });
    const { headers } = await bytes(world.outside, url).expect(200);
    expect(headers).toMatchObject({
      'content-type': served,
      'content-disposition': `${disposition}; filename=${name}`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('has its name with Norwegian letters, and no name breaks out of its header', async () => {
    const { url } = await stored({ name: 'Økter på Ås.pdf' });
    const { headers } = await bytes(world.owner, url).expect(200);
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent('Økter på Ås.pdf')}`);
    const quoted = await stored({ name: 'a"; filename="b.exe' });
    const { headers: other } = await bytes(world.owner, quoted.url).expect(200);
    expect(other['content-disposition']).toBe(String.raw`inline; filename="a\"; filename=\"b.exe"`);
  });

  it('is served in parts, which go on only with the same content', async () => {
    const content = randomBytes(1000);
    const { url } = await stored({ content });
    const etag = `"${sha256(content)}"`;
    const parts: [Readonly<Record<string, string>>, number, Buffer, string?][] = [
      [{ Range: 'bytes=0-99' }, 206, content.subarray(0, 100), 'bytes 0-99/1000'],
      [{ Range: 'bytes=900-' }, 206, content.subarray(900), 'bytes 900-999/1000'],
      [{ Range: 'bytes=-10' }, 206, content.subarray(990), 'bytes 990-999/1000'],
      [{ Range: 'bytes=990-5000' }, 206, content.subarray(990), 'bytes 990-999/1000'],
      [{ Range: 'bytes=1000-' }, 416, Buffer.alloc(0), 'bytes */1000'],
      [{ Range: 'bytes=900-', 'If-Range': etag }, 206, content.subarray(900), 'bytes 900-999/1000'],
      [{ Range: 'bytes=900-', 'If-Range': '"another"' }, 200, content],
      [{ Range: 'bytes=0-1,5-6' }, 200, content],
      [{ Range: 'lines=0-1' }, 200, content],
      [{ Range: 'bytes=x' }, 200, content],
    ];
    for (const [asked, status, part, range] of parts) {
      const answer = await bytes(world.owner, url, asked);
      expect([asked, answer.status, answer.headers['content-range']]).toEqual([asked, status, range]);
      expect((answer.body as Buffer).equals(part)).toBe(true);
    }
  });

  it('is each version its own', async () => {
    const { id, url } = await stored({ content: somePdf('første') });
    const file = await papers.uploaded(OWNER, { content: somePdf('andre') });
    const { body } = await papers.act(world.owner, id, 'versions', { file }).expect(201);
    const { latest } = body as { latest: { content: string } };
    const words = async (of: string) => String((await bytes(world.outside, of).expect(200)).body);
    expect([await words(url), await words(latest.content)]).toEqual([
      expect.stringContaining('første'),
      expect.stringContaining('andre'),
    ]);
    for (const v of ['0', '3', '-1', '01', '1.0', 'x', '99999999999'])
      expectRefusal(await world.owner.get(url.replace('/1/content', `/${v}/content`)), 404, 'not-found');
  });

  it('of an internal document is not there for people from outside, by no address', async () => {
    const { url, id } = await stored({}, { visibility: 'INTERNAL' });
    for (const agent of [world.outside, world.other]) expectRefusal(await agent.get(url), 404, 'not-found');
    expectRefusal(await world.api.anonymous.get(url), 401, 'signed-out');
    // Nor by way of a case that they may read.
    const { body } = await world.other.get('/api/v1/collaborations').expect(200);
    const [own] = (body as { items: { id: string }[] }).items;
    const moved = `/api/v1/collaborations/${own?.id}/documents/${id}/versions/1/content`;
    expectRefusal(await world.other.get(moved), 404, 'not-found');
    await papers.act(world.owner, id, 'share').expect(200);
    await bytes(world.outside, url).expect(200);
  });

  it('is gone when the document is withdrawn, for its owner too, and there is an answer when the store has lost it', async () => {
    const { id, url } = await stored({});
    await papers.act(world.owner, id, 'withdraw', { reason: 'Feil' }).expect(200);
    for (const agent of [world.owner, world.outside]) expectRefusal(await agent.get(url), 410, 'withdrawn');
    const lost = await stored({});
    const [row] = await world.api.dataSource.query<{ key: string }[]>(
      'SELECT f.key FROM file f JOIN document_version v ON v.file_id = f.id WHERE v.document_id = $1',
      [lost.id],
    );
    await world.api.app.get(FilesService).store.remove(row?.key ?? '');
    const answer = await world.owner.get(lost.url);
    expectRefusal(answer, 404, 'not-found');
    expect(answer.headers['content-disposition']).toBeUndefined();
  });
});

/** Asks for a content and waits with reading it. */
function begin(url: string, cookie: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(`${world.api.url}${url}`, { headers: { cookie } }, resolve).on('error', reject);
  });
}

async function readOn(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('a document that is withdrawn while it is read', () => {
  it('is read to its end, however large, and not once more', async () => {
    const content = randomBytes(20_000_000);
    const { id, url } = await stored({ content });
    const cookie = cookieOf(world.owner, new URL(world.api.url));
    const answers = await Promise.all([1, 2, 3].map(() => begin(url, cookie)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    await papers.act(world.owner, id, 'withdraw', { reason: 'Feil fil' }).expect(200);
    // One reader gives up; the others read on.
    answers[2]?.destroy();
    for (const answer of answers.slice(0, 2)) expect(sha256(await readOn(answer))).toBe(sha256(content));
    expectRefusal(await world.owner.get(url), 410, 'withdrawn');
  });
});
