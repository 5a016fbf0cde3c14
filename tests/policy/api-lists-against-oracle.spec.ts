import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announceVersion } from '#store/cases/notices/announce-version.js';
import { cookiesOf } from '#support/cookies.js';
import { eventually } from '#support/eventually.js';
import type { TestApi } from '#support/test-api.js';
import { demoPeople } from '#infra/demo/municipality.js';
import { ORACLE } from './oracle.js';
import type { OraclePerson } from './oracle.js';
import type { RandomCase } from './random-cases.js';
import { isSensitive, startRandomWorld } from './random-world.js';

let api: TestApi;
let cases: readonly RandomCase[];
let people: readonly OraclePerson[];
beforeAll(async () => ({ api, cases, people } = await startRandomWorld(3)), 180_000);
afterAll(() => api.close());

interface InCase {
  readonly collaboration: { readonly id: string };
}
interface Work {
  readonly overdue: InCase[];
  readonly today: InCase[];
  readonly soon: InCase[];
  readonly later: InCase[];
  readonly waiting: InCase[];
  readonly managing: { readonly escalated: InCase[]; readonly stuck: InCase[] } | null;
  readonly whileAway: { readonly items: InCase[] } | null;
}

const isStaff = (who: OraclePerson): boolean => demoPeople.find(({ id }) => id === who.id)?.staff === true;
const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].sort();
const casesOf = (items: readonly InCase[]): string[] => sorted(items.map(({ collaboration }) => collaboration.id));
const casesThat = (holds: (it: RandomCase['state']) => boolean): string[] =>
  sorted(cases.filter(({ state }) => holds(state)).map(({ state }) => state.id));

/** Asks everybody for one list and holds the cases in it against the oracle's. */
async function listed(
  path: string,
  idsIn: (body: unknown) => string[],
  expected: (who: OraclePerson) => string[],
): Promise<{ found: unknown; right: unknown }> {
  const found: Record<string, string[]> = {};
  const right: Record<string, string[]> = {};
  for (const who of people) {
    const { body } = await (await api.signInAs(who.id)).get(path).expect(200);
    found[who.id] = idsIn(body);
    right[who.id] = expected(who);
  }
  return { found, right };
}

const sensitiveReads = async (route: string): Promise<string[]> => {
  const rows = await api.dataSource.query<{ by: string; case_id: string }[]>(
    `SELECT by, case_id FROM audit_entry WHERE kind = 'sensitiveRead' AND detail->>'route' = $1`,
    [`GET /api/v1${route}`],
  );
  return rows.map(({ by, case_id: id }) => `${by} ${id}`).sort();
};

describe('for random people and random cases, what the oracle says is in', () => {
  it('the list of handovers', async () => {
    const { found, right } = await listed(
      '/api/v1/handovers?limit=100',
      (body) => casesOf((body as { items: InCase[] }).items),
      (who) =>
        casesThat(
          (it) =>
            ORACLE.read(who, it) && it.handovers.some(({ sentAt }) => sentAt !== undefined || ORACLE.draft(who, it)),
        ),
    );
    expect(found).toEqual(right);
  }, 60_000);

  it('the list of letters, and in the audit log when a case is sensitive', async () => {
    const shown: string[] = [];
    const { found, right } = await listed(
      '/api/v1/letters?limit=100',
      (body) =>
        sorted((body as { items: { collaboration: string }[] }).items.map(({ collaboration }) => collaboration)),
      (who) => {
        const ids = casesThat((it) => (isStaff(who) ? ORACLE.read(who, it) : speaksIn(who, it)));
        shown.push(...ids.filter((id) => isSensitive(cases, id)).map((id) => `${who.id} ${id}`));
        return ids;
      },
    );
    expect(found).toEqual(right);
    expect(shown.length).toBeGreaterThan(10);
    expect(await sensitiveReads('/letters')).toEqual(shown.sort());
  }, 60_000);

  it('My day and what happened while away, and in the audit log when a case is sensitive', async () => {
    const wrong: string[] = [];
    const shown: string[] = [];
    let [inWork, whileAway, hidden] = [0, 0, 0];
    for (const who of people) {
      const work = (await (await api.signInAs(who.id)).get('/api/v1/me/work').expect(200)).body as Work;
      const due = casesOf([...work.overdue, ...work.today, ...work.soon, ...work.later, ...work.waiting]);
      const away = casesOf(work.whileAway?.items ?? []);
      const managed = casesOf([...(work.managing?.escalated ?? []), ...(work.managing?.stuck ?? [])]);
      const owned = await ownedBy(who.id);
      [inWork, whileAway] = [inWork + due.length, whileAway + away.length];
      for (const { state } of cases) {
        const mayRead = ORACLE.read(who, state);
        if (owned.has(state.id) && !mayRead) hidden += 1;
        if (due.includes(state.id) && !mayRead) wrong.push(`${who.id} has ${state.number} in My day`);
        if (away.includes(state.id) && !mayRead) wrong.push(`${who.id} is told of ${state.number} while away`);
        if (managed.includes(state.id) && !mayRead) wrong.push(`${who.id} is to manage ${state.number}`);
        if (isSensitive(cases, state.id) && [...due, ...managed, ...away].includes(state.id))
          shown.push(`${who.id} ${state.id}`);
      }
    }
    expect(wrong).toEqual([]);
    // The question was asked: of work, of what happened while away, and of cases that somebody had and may not read.

    expect([inWork > 10, whileAway > 2, hidden > 0, shown.length > 2]).toEqual([true, true, true, true]);
    expect(await sensitiveReads('/me/work')).toEqual(shown.sort());
  }, 60_000);

  it('the notices that a stream sends', async () => {
    const heard = await Promise.all(people.map(({ id }) => listenAs(id)));
    for (const { state } of cases) await announceVersion(api.dataSource.manager, state.id, state.version);
    await eventually(async () => expect(heard.filter((it) => it.told().length > 0).length).toBeGreaterThan(10));
    // The notices come in order, so whoever reads every case has heard the last.
    const all = heard.at(people.findIndex(({ roles }) => roles.some(({ role }) => role === 'jurist')));
    await eventually(async () => expect(all?.told()).toHaveLength(cases.length));
    const told = Object.fromEntries(people.map(({ id }, n) => [id, heard[n]?.told()]));
    heard.forEach(({ close }) => close());
    const right = people.map((who) => [who.id, casesThat((it) => ORACLE.read(who, it))] as const);
    expect(told).toEqual(Object.fromEntries(right));
  }, 60_000);
});

const speaksIn = (who: OraclePerson, { id, organisation }: RandomCase['state']): boolean =>
  who.represents.includes(id) || (organisation !== null && who.represents.includes(organisation));

/** The cases that a person owned at some time. */
async function ownedBy(person: string): Promise<ReadonlySet<string>> {
  const rows = await api.dataSource.query<{ case_id: string }[]>('SELECT case_id FROM ownership WHERE owner = $1', [
    person,
  ]);
  return new Set(rows.map(({ case_id: id }) => id));
}

/** Opens the stream as a browser does. */
async function listenAs(user: string): Promise<{ told: () => string[]; close: () => void }> {
  const signedIn = await api.anonymous.post('/api/v1/demo/sign-in').send({ user }).expect(204);
  const cookie = Object.entries(cookiesOf(signedIn)).map(([name, value]) => `${name}=${value}`);
  const controller = new AbortController();
  const answer = await fetch(`${api.url}/api/v1/stream`, {
    headers: { cookie: cookie.join('; ') },
    signal: controller.signal,
  });
  let text = '';
  void read(answer, (part) => (text += part));
  return {
    told: () => sorted([...text.matchAll(/"id":"([0-9a-f-]+)"/g)].map(([, id = '']) => id)),
    close: () => controller.abort(),
  };
}

async function read({ body }: Response, heard: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const part of body ?? []) heard(decoder.decode(part as Uint8Array));
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
  }
}
