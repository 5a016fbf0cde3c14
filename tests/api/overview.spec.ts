import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

interface WorkItem {
  readonly collaboration: { readonly id: string };
  readonly deadline: { readonly id: string };
  readonly also: readonly { readonly id: string }[];
}
interface Row {
  readonly phase: string;
  readonly state: string;
  readonly unit: string;
  readonly stuck: { readonly is: boolean };
}
interface Leg {
  readonly phase: string;
  readonly open: number;
  readonly suspended: number;
  readonly stuck: number;
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ at: '2026-11-26T07:14:00.000Z', seed: 'demo', temporal: 'down' });
}, 120_000);
afterAll(() => api.close());

const casesOf = async (agent: Agent): Promise<readonly Row[]> =>
  (await agent.get('/api/v1/collaborations?limit=100').expect(200)).body.items;

describe('the overview of a manager', () => {
  it.each([
    ['leder.oppvekst', ['oppvekst']],
    ['kommunalsjef.oppvekst', ['oppvekst', 'kultur']],
  ])('counts for %s what the list of cases shows, phase by phase', async (user, units) => {
    const agent = await api.signInAs(user);
    const { body } = await agent.get('/api/v1/overview').expect(200);
    const cases = (await casesOf(agent)).filter(({ unit, state }) => units.includes(unit) && /OPEN|SUSP/.test(state));
    expect(cases.length).toBeGreaterThan(2);
    for (const leg of body.legs as Leg[]) {
      const inPhase = cases.filter(({ phase }) => phase === leg.phase);
      expect(leg).toEqual({
        phase: leg.phase,
        open: inPhase.length,
        suspended: inPhase.filter(({ state }) => state === 'SUSPENDED').length,
        stuck: inPhase.filter(({ stuck }) => stuck.is).length,
      });
    }
    const days = body.dates.map(({ dueOn }: { dueOn: string }) => dueOn);
    expect(days).toEqual([...days].sort());
    expect(days[0] >= '2026-11-26' && days.at(-1) <= '2027-02-24').toBe(true);
  });

  it('leaves out a sensitive case of another unit, and is empty for whoever leads none', async () => {
    const handler = await api.signInAs('saksbehandler.oppvekst');
    const { body } = await handler.get('/api/v1/overview').expect(200);
    expect(body).toMatchObject({ units: [], dates: [], moreDates: false });
    expect((body.legs as Leg[]).every(({ open }) => open === 0)).toBe(true);
    const outside = await api.signInAs('entreprenor.11');
    await outside.get('/api/v1/overview').expect(403);
  });
});

describe('a stuck case in the day of its manager', () => {
  it('says for how long, and offers what the case takes from that manager', async () => {
    const agent = await api.signInAs('leder.oppvekst');
    const { body } = await agent.get('/api/v1/me/work').expect(200);
    const row = body.managing.stuck.find(
      ({ collaboration }: { collaboration: { number: string } }) => collaboration.number === '2026-0011',
    );
    expect(row.workingDays).toBe(4);
    expect(row.collaboration.organisation).toBe('Leksekroken SA');
    expect(row.acts[0]).toMatchObject({ command: 'assignOwner', label: 'Navngi saksbehandler' });
    expect(Object.keys(row.acts[0].input.properties)).toEqual(['owner']);
  });
});

describe('what changed in my cases', () => {
  it('is told to the deputy and to whoever owes something in the case, as well as to its owner', async () => {
    const toldTo = async (user: string): Promise<readonly string[]> => {
      const { body } = await (await api.signInAs(user)).get('/api/v1/me/changes?since=2026-11-12').expect(200);
      return body.items.map(({ collaboration }: { collaboration: { number: string } }) => collaboration.number);
    };
    for (const user of ['pilotleder.hjemme', 'saksbehandler.hjemme']) expect(await toldTo(user)).toContain('2026-0003');
  });

  it('is told in words, of the last days only, and not what I did myself', async () => {
    const agent = await api.signInAs('mottak');
    const { body } = await agent.get('/api/v1/me/changes?since=2026-11-20').expect(200);
    expect(body.since).toBe('2026-11-20');
    expect(body.items.length).toBeGreaterThan(0);
    for (const { text, byName, at } of body.items) {
      expect(text).toMatch(/\S/);
      expect(byName).not.toBe('Førstelinje');
      expect(at >= '2026-11-19T23:00').toBe(true);
    }
    expect((await agent.get('/api/v1/me/changes')).body.since).toBe('2026-11-25');
    expect((await agent.get('/api/v1/me/changes?since=2020-01-01')).body.since).toBe('2026-11-12');
  });
});

describe('what a case says that somebody owes', () => {
  it('is in My day of that person, but for the time of a phase, which is a measure and said as one', async () => {
    const reader = await api.signInAs('kommunedirektor');
    const { items } = (await reader.get('/api/v1/collaborations?limit=100').expect(200)).body as {
      items: { id: string }[];
    };
    const owed = new Map<string, string[]>();
    let measures = 0;
    for (const { id } of items) {
      const { deadlines } = (await reader.get(`/api/v1/collaborations/${id}`).expect(200)).body as CaseView;
      for (const { id: deadline, nature, measure, state, owedBy } of deadlines) {
        measures += measure ? 1 : 0;
        if (nature !== 'DEBT' || measure || state === 'PAUSED' || owedBy.party !== 'MUNICIPALITY') continue;
        const user = owedBy.user ?? '';
        owed.set(user, [...(owed.get(user) ?? []), `${id} ${deadline}`]);
      }
    }
    expect(measures).toBeGreaterThan(2);
    expect(owed.size).toBeGreaterThan(10);
    for (const [user, debts] of owed) {
      const { body } = await (await api.signInAs(user)).get('/api/v1/me/work?limit=50').expect(200);
      const shown = ['overdue', 'today', 'soon', 'later'].flatMap((section) =>
        (body[section] as WorkItem[]).flatMap(({ collaboration, deadline, also }) =>
          [deadline, ...also].map(({ id }) => `${collaboration.id} ${id}`),
        ),
      );
      expect([user, debts.filter((it) => !shown.includes(it))]).toEqual([user, []]);
    }
  });
});
