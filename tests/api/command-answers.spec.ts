import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieOf } from '#support/cookies.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

let api: TestApi;
let staff: Agent;
beforeAll(async () => {
  api = await startTestApi();
  staff = await api.signInAs('saksbehandler.helse');
}, 120_000);
afterAll(() => api.close());

async function openCase(): Promise<string> {
  const { body } = await staff
    .post('/api/v1/collaborations')
    .send({ title: 'Behov', description: 'Et behov' })
    .expect(201);
  return `/api/v1/collaborations/${body.id}`;
}

interface EventRow {
  readonly type: string;
  readonly command?: string;
}
interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly next: string | null;
}

const contactMade = { type: 'registerFact', fact: 'contactMade', data: { note: 'Ringte.' } };

describe('an answer to a command', () => {
  it('is 202 with the version and where to look when the view is late, and the view comes', async () => {
    const path = await openCase();
    const lock = api.dataSource.createQueryRunner();
    await lock.connect();
    await lock.startTransaction();
    await lock.query('LOCK TABLE event IN SHARE MODE');
    const answer = await staff.post(`${path}/commands`).send(contactMade);
    await lock.rollbackTransaction();
    await lock.release();
    expect(answer.status).toBe(202);
    expect(answer.headers['location']).toBe(path);
    const { version } = answer.body as { version: number };
    await eventually(async () => expect((await staff.get(path)).body.version).toBeGreaterThanOrEqual(version));
  });

  it('comes for a command that was let in before its session ended; the next one is refused and changes nothing', async () => {
    const path = await openCase();
    const owner = await api.signInAs('saksbehandler.helse');
    await api.stopWorker();
    const key = randomUUID();
    const underWay = owner.post(`${path}/commands`).set('Idempotency-Key', key).send(contactMade).then();
    await eventually(async () => {
      const [row] = await api.dataSource.query<{ n: string }[]>(
        'SELECT count(*) AS n FROM text WHERE command_id = $1',
        [key],
      );
      expect(Number(row?.n)).toBe(1);
    });
    await api.dataSource.query("UPDATE session SET expires_at = now() - interval '1 second'");
    await api.startWorker();
    expect((await underWay).status).toBeLessThan(300);
    const { version } = (await (staff = await api.signInAs('saksbehandler.helse')).get(path).expect(200)).body as {
      version: number;
    };
    const late = await owner.post(`${path}/commands`).send({ type: 'nameDeputy', deputy: 'leder.helse' });
    expect([late.status, late.body.code]).toEqual([401, 'signed-out']);
    expect((await staff.get(path).expect(200)).body.version).toBe(version);
    const again = await staff.post(`${path}/commands`).set('Idempotency-Key', key).send(contactMade);
    expect([again.status, again.body.version]).toEqual([200, version]);
  }, 60_000);

  it('is 503 outcome-unknown with the key while nobody works, and the key then tells what became of it', async () => {
    const path = await openCase();
    await staff.post(`${path}/commands`).send({ type: 'nameDeputy', deputy: 'leder.helse' }).expect(200);
    await api.stopWorker();
    const unknown = await staff.post(`${path}/commands`).send(contactMade);
    expect(unknown.status).toBe(503);
    expect(unknown.body.code).toBe('outcome-unknown');
    expect(unknown.headers['retry-after']).toBeDefined();
    await api.startWorker();
    const key = unknown.body.idempotencyKey as string;
    const repeated = await staff.post(`${path}/commands`).set('Idempotency-Key', key).send(contactMade);
    expect(repeated.status).toBe(200);
    const { body } = await staff.get(`${path}/events`);
    const facts = (body.items as EventRow[]).filter(({ type }) => type === 'factRegistered');
    expect(facts).toHaveLength(1);
    expect(facts[0]?.command).toBe(key);
  }, 60_000);

  it('is never cached: no-store, an ETag, no 304', async () => {
    const path = await openCase();
    const first = await staff.get(path).expect(200);
    expect(first.headers['cache-control']).toBe('no-store');
    const second = await staff.get(path).set('If-None-Match', first.headers['etag'] as string);
    expect(second.status).toBe(200);
  });
});

describe('a case opened by staff', () => {
  it('is the same one for the same key, and has the one who opened it as owner', async () => {
    const open = () =>
      staff
        .post('/api/v1/collaborations')
        .set('Idempotency-Key', 'open-1')
        .send({ title: 'Fra et behov', description: 'Ensomhet', origin: 'need' });
    const [first, second] = await Promise.all([open(), open()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body.id).toBe(second.body.id);
    expect(first.body).toMatchObject({
      organisation: null,
      owner: { id: 'saksbehandler.helse' },
      unit: 'helse',
      origin: 'need',
    });
  });

  it('keeps words out of the engine and gives them back to readers', async () => {
    const path = await openCase();
    await staff
      .post(`${path}/commands`)
      .send({ ...contactMade, data: { note: 'Hemmelig notat' } })
      .expect(200);
    const rows = await api.dataSource.query<{ data: unknown }[]>('SELECT data FROM event WHERE case_id = $1', [
      path.split('/').at(-1),
    ]);
    expect(JSON.stringify(rows)).not.toContain('Hemmelig');
    const { body } = await staff.get(`${path}/events`).expect(200);
    expect(JSON.stringify(body)).toContain('Hemmelig notat');
  });
});

describe('the stream', () => {
  it('tells of the cases that the listener may see, and of no others', async () => {
    const [mine, others] = [await listenToStream(staff), await listenToStream(await api.signInAs('saksbehandler.nav'))];
    const path = await openCase();
    await eventually(() => Promise.resolve(expect(mine.heard()).toContain(path.split('/').at(-1))));
    expect(others.heard()).not.toContain(path.split('/').at(-1));
    mine.close();
    others.close();
  });

  it('answers HEAD at once, and keeps nothing open for it', async () => {
    const { headers } = await staff.head('/api/v1/stream').timeout(5_000).expect(200);
    expect(headers['content-type']).toMatch(/^text\/event-stream;/);
  });
});

describe('lists', () => {
  it('go on page by page without losing or repeating a case', async () => {
    for (let made = 0; made < 5; made += 1) await openCase();
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await staff.get(`/api/v1/collaborations?limit=2${next && `&cursor=${next}`}`).expect(200);
      const page = body as Page;
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    const { body: all } = await staff.get('/api/v1/collaborations?limit=100&total=true').expect(200);
    expect(seen).toEqual((all as Page).items.map(({ id }) => id));
    expect(new Set(seen).size).toBe(all.total);
    expect(all.items[0]).toMatchObject({
      owner: { id: 'saksbehandler.helse' },
      stuck: { is: false },
      waitingFor: 'MUNICIPALITY',
    });
  });
});

async function listenToStream(agent: Agent): Promise<{ heard(): string; close(): void }> {
  const url = new URL('/api/v1/stream', await api.app.getUrl());
  const cookie = cookieOf(agent, url);
  let text = '';
  const request = http.get(url, { headers: { cookie } });
  await new Promise<void>((resolve, reject) => {
    request.once('response', (response) => {
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      resolve();
    });
    request.once('error', reject);
  });
  return { heard: () => text, close: () => request.destroy() };
}

async function eventually(check: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await check();
      return;
    } catch {
      await pause(50);
    }
  }
  await check();
}
