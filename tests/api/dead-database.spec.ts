import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform/logger.js';
import { eventually } from '#support/eventually.js';
import { enquiryBody, startTestApi, type TestApi } from '#support/test-api.js';
import { databaseAt } from '#support/test-database.js';
import { startTestPostgres, type TestServer } from '#support/test-servers.js';

let dir: string;
let postgres: TestServer & { readonly url: string };
let api: TestApi;
let cookie: string;
let paths: string[];
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'stafett-dead-'));
  chmodSync(dir, 0o755);
  postgres = await startTestPostgres({ dir });
  const database = await databaseAt(postgres.url);
  api = await startTestApi({ database, seed: 'demo', temporal: 'down', log: createLogger('test', 'silent') });
  const signIn = await fetch(`${api.url}/api/v1/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'kommunedirektor' }),
  });
  cookie = (signIn.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  paths = await getPaths();
}, 120_000);
afterAll(async () => {
  await api?.close();
  await postgres?.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** Every GET route of the OpenAPI document that ends, with ids that exist. */
async function getPaths(): Promise<string[]> {
  const file = path.resolve(import.meta.dirname, '../../apps/api/openapi.json');
  const document = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, unknown>> };
  const [row] = await api.dataSource.query<{ id: string }[]>('SELECT id FROM collaboration ORDER BY number LIMIT 1');
  const gets = Object.entries(document.paths).filter(([at, methods]) => 'get' in methods && !at.endsWith('/stream'));
  return gets.map(([at]) => at.replace('{id}', row?.id ?? '').replaceAll(/\{[^}]+\}/g, 'x'));
}

interface Answer {
  readonly path: string;
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: string | null;
}

const get = (at: string): Promise<Answer> => ask(at, { headers: { cookie } });

/** An opening is a transaction of several statements. */
const postEnquiry = (): Promise<Answer> =>
  ask('/api/v1/enquiries', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(enquiryBody),
  });

async function ask(at: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(`${api.url}${at}`, { ...init, redirect: 'manual' });
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const code = isProblem ? (JSON.parse(text) as { code: string }).code : undefined;
  return { path: at, status: response.status, code, retryAfter: response.headers.get('retry-after') };
}

const isRightly503 = ({ status, code, path: at, retryAfter }: Answer): boolean =>
  status < 500 || (status === 503 && retryAfter !== null && (code === 'unavailable' || at.endsWith('/health/ready')));

/** Asks by twelve clients until the returned function is called, which gives the answers. */
function askAll(): () => Promise<Answer[]> {
  const answers: Answer[] = [];
  let stopped = false;
  const asking = Array.from({ length: 12 }, async (_, client) => {
    for (let n = client; !stopped; n += 1)
      answers.push(client === 0 ? await postEnquiry() : await get(paths[n % paths.length] ?? '/'));
  });
  return async () => {
    stopped = true;
    await Promise.all(asking);
    return answers;
  };
}

describe('while Postgres is dead', () => {
  it('every GET route, asked before, during and after the kill, answers 503 unavailable with Retry-After, never 500', async () => {
    const before = await Promise.all(paths.map(get));
    expect(before.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
    const stop = askAll();
    await pause(700);
    await postgres.kill();
    await pause(2_500);
    postgres = { ...(await startTestPostgres({ dir, port: Number(new URL(postgres.url).port) })) };
    await pause(500);
    const answers = await stop();
    expect(answers.filter((answer) => !isRightly503(answer))).toEqual([]);
    expect(answers.filter(({ code }) => code === 'unavailable').length).toBeGreaterThan(paths.length);
    await eventually(async () => {
      const after = await Promise.all(paths.map(get));
      expect(after.map(({ status }) => status)).toEqual(before.map(({ status }) => status));
    });
  }, 60_000);

  it('an administrator that ends the sessions of the api, in the middle of queries, is no 500 either', async () => {
    const stop = askAll();
    for (let n = 0; n < 10; n += 1) {
      await pause(150);
      await api.dataSource.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'stafett_api' AND state IS NOT NULL AND query <> ''`,
      );
    }
    const answers = await stop();
    expect(answers.filter((answer) => !isRightly503(answer))).toEqual([]);
  }, 60_000);
});
