import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '#infra/up/shared/wait.js';
import type { UploadView } from '#contracts/http/cases/upload.js';
import { uploadMetadataHeader } from '#platform/uploads/resumable-uploads.js';
import { startInstallation, type TestInstallation } from '#support/test-installation.js';
import { uploadAt, uploadWithTus, uploaderAs, type Uploader } from '#support/tus-client.js';
import { PART, TUS } from '#support/uploads.js';
import { sendEnquiry } from './send-enquiry.js';

/** With 20, which is 100 files, it takes more than a minute; it has been played so. */
const FILES_OF_EACH = 6;
const FILE_BYTES = 5_000_000;
const CALLERS = 5;

let installation: TestInstallation;
let callers: readonly { readonly uploader: Uploader; readonly collaboration: string }[];
beforeAll(async () => {
  installation = await startInstallation({ seed: 'demo' });
  callers = await Promise.all(
    Array.from({ length: CALLERS }, async (_, n) => ({
      uploader: await uploaderAs(installation.url, 'mottak'),
      collaboration: await sendEnquiry(installation, `Filer ${n}`, 'helse-og-mestring'),
    })),
  );
}, 180_000);
afterAll(() => installation?.remove(), 60_000);

const textOf = (bytes: number): Buffer => Buffer.from(randomBytes(bytes / 2).toString('hex'));
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const below = (folder: string): string[] =>
  readdirSync(path.join(installation.home, folder), { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => path.join(it.parentPath, it.name));

/** Megabytes of the api in memory; none while it does not run. */
function apiMemory(): number | undefined {
  const { api } = installation.pids();
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${api ?? 0}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1000;
  } catch {
    // It ended between the two lines.
    return undefined;
  }
}

/** All that is stored, but for what a killed api had half written: that is no content, and is swept. */
const contents = (): string[] => below('files').filter((file) => !file.includes('/files/unfinished/'));

describe('files of 5 MB by five callers, with the api killed twice', () => {
  it('are each whole by its checksum, none twice, and the memory of the api stays flat', async () => {
    const ofTheDemonstration = new Set(contents());
    const memory: number[] = [];
    const watch = setInterval(() => {
      const now = apiMemory();
      if (now !== undefined) memory.push(now);
    }, 100).unref();
    let done = 0;
    const killAt = [8, 18];
    const sent = await Promise.all(
      callers.map(async ({ uploader, collaboration }) => {
        const files: { address: string; sum: string; uploader: Uploader }[] = [];
        for (let n = 0; n < FILES_OF_EACH; n += 1) {
          const content = textOf(FILE_BYTES);
          const file = { collaboration, name: `Vedlegg ${n}.txt`, content };
          files.push({ address: await uploadWithTus(uploader, file), sum: sha256(content), uploader });
          done += 1;
          if (done >= (killAt[0] ?? Infinity)) {
            killAt.shift();
            installation.kill('api');
          }
        }
        return files;
      }),
    );
    clearInterval(watch);
    const all = sent.flat();
    expect({ left: killAt, sent: all.length }).toEqual({ left: [], sent: CALLERS * FILES_OF_EACH });

    const views = await Promise.all(all.map(({ uploader, address }) => uploadAt(uploader, address)));
    expect(views.map(({ state, sha256: sum }) => `${state} ${sum}`)).toEqual(all.map(({ sum }) => `READY ${sum}`));
    const whole = contents().filter((file) => !ofTheDemonstration.has(file));
    const stored = whole.map((file) => sha256(readFileSync(file)));
    expect(stored.sort()).toEqual(all.map(({ sum }) => sum).sort());
    expect(new Set(views.map(({ id }) => id)).size).toBe(all.length);

    const [early, late] = [memory.slice(0, memory.length / 3), memory.slice((2 * memory.length) / 3)].map((part) =>
      Math.max(...part),
    );
    expect(late).toBeLessThan((early ?? 0) + 100);
  }, 300_000);
});

/** Parts by hand, to stop between them. */
const begin = async ({ uploader, collaboration }: (typeof callers)[number], size: number): Promise<string> => {
  const response = await fetch(`${installation.url}/api/v1/uploads`, {
    method: 'POST',
    headers: {
      ...TUS,
      Cookie: uploader.cookie,
      'Upload-Length': String(size),
      'Upload-Metadata': uploadMetadataHeader({ collaboration, filename: 'stor.txt' }),
    },
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as UploadView).id;
};
const send = ({ cookie }: Uploader, id: string, offset: number, part: Buffer): Promise<Response> =>
  fetch(`${installation.url}/api/v1/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...PART, Cookie: cookie, 'Upload-Offset': String(offset) },
    body: part as never,
  });
const offsetOf = async ({ cookie }: Uploader, id: string): Promise<Response> =>
  fetch(`${installation.url}/api/v1/uploads/${id}`, { method: 'HEAD', headers: { ...TUS, Cookie: cookie } });

describe('a disk that is full', () => {
  /** The kernel refuses what the api writes to a file beyond this, as a full disk does. */
  const room = (bytes: number | 'unlimited'): void => {
    execFileSync('prlimit', ['--pid', String(installation.pids().api), `--fsize=${bytes}:`]);
  };

  it('is said, nothing half is stored, and the upload goes on when there is room', async () => {
    const [caller] = callers;
    if (!caller) throw new Error('there are five callers');
    const { uploader } = caller;
    const before = below('files').sort();
    const content = textOf(4_000_000);
    const id = await begin(caller, content.length);
    room(3_000_000);
    try {
      const answer = await send(uploader, id, 0, content);
      expect([answer.status, await answer.json()]).toMatchObject([507, { code: 'storage-full' }]);
      expect(below('files').sort()).toEqual(before);
    } finally {
      room('unlimited');
    }
    const offset = Number((await offsetOf(uploader, id)).headers.get('Upload-Offset'));
    expect(offset).toBeLessThanOrEqual(3_000_000);
    expect((await send(uploader, id, offset, content.subarray(offset))).status).toBe(204);
    const view = await uploadAt(uploader, `${installation.url}/api/v1/uploads/${id}`);
    expect(view).toMatchObject({ state: 'READY', sha256: sha256(content) });
  });

  it('at the very end leaves the upload, which is finished when there is room', async () => {
    const [caller] = callers;
    if (!caller) throw new Error('there are five callers');
    const before = below('files').sort();
    const content = textOf(2_000_000);
    const id = await begin(caller, content.length);
    // As when the last part has come, and the api was killed before it was looked at.
    await appendFile(path.join(installation.home, 'uploads', id), content);
    room(1_000_000);
    try {
      expect((await offsetOf(caller.uploader, id)).status).toBe(507);
      expect(below('files').sort()).toEqual(before);
    } finally {
      room('unlimited');
    }
    await until(async () => expect((await offsetOf(caller.uploader, id)).status).toBe(200), { withinMs: 10_000 });
    expect(below('files')).toHaveLength(before.length + 1);
    expect(below('uploads').filter((file) => file.includes(id))).toEqual([]);
  });
});
