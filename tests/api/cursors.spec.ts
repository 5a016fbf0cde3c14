import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EntityManager } from 'typeorm';
import { demoPeople } from '#infra/demo/municipality.js';
import { startTestApi, type Agent, type TestApi } from '#support/test-api.js';

let api: TestApi;
let director: Agent;
let admin: Agent;
beforeAll(async () => {
  api = await startTestApi({ seed: 'demo', temporal: 'down', at: '2027-03-01T09:00:00.000Z' });
  director = await api.signInAs('kommunedirektor');
  admin = await api.signInAs('admin');
}, 60_000);
afterAll(() => api.close());

interface Listed {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

const read = async (agent: Agent, path: string, cursor = ''): Promise<Listed & { status: number }> => {
  const { status, body } = await agent.get(`/api/v1${path}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
  return { ...(body as Listed), status };
};

/** Each list with another sort or filter of it. */
const LISTS = [
  ['/collaborations?limit=1', '/collaborations?limit=1&sort=openedAt'],
  ['/collaborations?limit=1', '/collaborations?limit=1&state=OPEN'],
  ['/collaborations?limit=1&q=e', '/collaborations?limit=1&q=r'],
  ['/handovers?limit=1', '/handovers?limit=1&sort=sentAt'],
  ['/handovers?limit=1', '/handovers?limit=1&open=false'],
  ['/letters?limit=1', '/letters?limit=1&status=WAITING'],
  ['/people?limit=1', '/people?limit=1&active=false'],
  ['/audit?limit=1', '/audit?limit=1&kind=signedIn'],
] as const;

describe('a cursor', () => {
  it.each(LISTS)('of %s leads on there with pages of another size, and is refused in %s', async (path, other) => {
    await letterRows();
    const first = await read(admin, path);
    expect(first.next).toEqual(expect.any(String));
    const next = await read(admin, path.replace('limit=1', 'limit=2'), first.next ?? '');
    expect([next.status, next.items.length > 0]).toEqual([200, true]);
    expect(next.items).not.toContainEqual(first.items[0]);
    expect((await read(admin, other, first.next ?? '')).status).toBe(400);
  });

  it('of one list is refused in every other', async () => {
    await letterRows();
    const paths = [
      '/collaborations?limit=1',
      '/handovers?limit=1',
      '/letters?limit=1',
      '/people?limit=1',
      '/audit?limit=1',
    ];
    for (const from of paths) {
      const { next } = await read(admin, from);
      for (const to of paths)
        expect([from, to, (await read(admin, to, next ?? '')).status]).toEqual([from, to, from === to ? 200 : 400]);
    }
  });

  it('that was changed, cut or made up is refused', async () => {
    const { next } = await read(director, '/collaborations?limit=1');
    const [position = '', seal = ''] = (next ?? '').split('.');
    const other = Buffer.from(JSON.stringify(['2027-01-01T00:00:00Z', '00000000-0000-4000-8000-000000000001']));
    for (const text of [
      `${position}.`,
      `.${seal}`,
      position,
      `${other.toString('base64url')}.${seal}`,
      'x',
      `${position}.${seal}x`,
    ])
      expect([text, (await read(director, '/collaborations?limit=1', text)).status]).toEqual([text, 400]);
  });

  it('of a section of My day leads through it, and is refused in another', async () => {
    const { owner, whole, section } = await longSection();
    const walked: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `/api/v1/me/work?section=${section}&limit=1${cursor && `&cursor=${cursor}`}`;
      const page = (await owner.get(query).expect(200)).body as Work;
      walked.push(...page[section]);
      cursor = page.next[section];
      const other = SECTIONS.find((name) => name !== section) ?? section;
      if (cursor !== null) await owner.get(`/api/v1/me/work?section=${other}&cursor=${cursor}`).expect(400);
    }
    expect(walked.length).toBeGreaterThan(1);
    expect(walked).toEqual(whole[section]);
    expect(whole.totals[section]).toBe(walked.length);
    await owner.get('/api/v1/me/work?cursor=x').expect(400);
  });
});

describe('My day', () => {
  it('reads no case whose debts it does not show, and shows ten of each section', async () => {
    const read = jest.spyOn(EntityManager.prototype, 'query');
    let cases = 0;
    try {
      for (const { id } of demoPeople) {
        const agent = await api.signInAs(id);
        for (const [query, most] of [
          ['?limit=1', 1],
          ['', 10],
        ] as const) {
          read.mockClear();
          const work = (await agent.get(`/api/v1/me/work${query}`).expect(200)).body as Work & { managing: unknown };
          const shown = JSON.stringify(work);
          const states = read.mock.calls.filter(([sql]) => /SELECT id, body FROM collaboration/.test(sql));
          const ids = states.flatMap(([, given]) => (given as string[][])[0] ?? []);
          expect(ids.filter((it) => !shown.includes(it))).toEqual([]);
          expect(SECTIONS.filter((name) => work[name].length > most)).toEqual([]);
          cases += ids.length;
        }
      }
    } finally {
      read.mockRestore();
    }
    expect(cases).toBeGreaterThan(20);
  });
});

describe('a list of cases', () => {
  it('is counted only when that is asked for', async () => {
    const { body: plain } = await director.get('/api/v1/collaborations?limit=1').expect(200);
    expect(plain).not.toHaveProperty('total');
    const { body } = await director.get('/api/v1/collaborations?limit=1&total=true').expect(200);
    expect(body).toMatchObject({ total: 16, totalIsCapped: false });
  });
});

const SECTIONS = ['overdue', 'today', 'soon', 'later', 'waiting'] as const;
type Sections<Value> = Readonly<Record<(typeof SECTIONS)[number], Value>>;
type Work = Sections<unknown[]> & { readonly next: Sections<string | null>; readonly totals: Sections<number | null> };

/** Somebody's section of My day with several deadlines. */
async function longSection(): Promise<{ owner: Agent; whole: Work; section: (typeof SECTIONS)[number] }> {
  for (const { id } of demoPeople) {
    const owner = await api.signInAs(id);
    const whole = (await owner.get('/api/v1/me/work?limit=100').expect(200)).body as Work;
    const section = SECTIONS.find((name) => whole[name].length > 2);
    if (section) return { owner, whole, section };
  }
  throw new Error('nobody has much to do');
}

/** The seeded cases have no messages. */
async function letterRows(): Promise<void> {
  await api.dataSource.query(
    `INSERT INTO outbox_message (id, case_id, seq, kind, slot, template, due_at, not_before, status)
     SELECT gen_random_uuid(), id, 0, 'receiptSent', 'owner', 'receipt', opened_at, opened_at, 'WAITING' FROM collaboration
     ON CONFLICT DO NOTHING`,
  );
}
