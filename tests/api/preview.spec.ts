import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

let api: TestApi;
let chief: Agent;
let cases: readonly CaseView[];

beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', seed: 'demo' });
  chief = await api.signInAs('kommunedirektor');
  const { body } = await chief.get('/api/v1/collaborations?limit=100').expect(200);
  const ids = (body.items as { id: string }[]).map(({ id }) => id);
  cases = await Promise.all(ids.map(async (id) => (await chief.get(`/api/v1/collaborations/${id}`)).body as CaseView));
}, 120_000);
afterAll(() => api.close());

const countsIn = async () =>
  api.dataSource.query<object[]>(
    'SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM text) AS texts, (SELECT count(*) FROM outbox_message) AS letters',
  );

describe('a command with dryRun=true', () => {
  it('says what would happen, which dates would begin and who would be written to, and stores nothing', async () => {
    const open = cases.find(({ state, phase }) => state === 'OPEN' && phase !== 'FIRST_CONTACT');
    const owner = await api.signInAs(open?.owner.id ?? '');
    const before = await countsIn();
    const path = `/api/v1/collaborations/${open?.id}/commands?dryRun=true`;
    const { body } = await owner.post(path).send({ type: 'withdraw', reason: 'Ikke aktuelt lenger.' }).expect(200);
    expect(body.effects).toContainEqual({ type: 'caseWithdrawn', kind: 'CASE', text: 'Saken er trukket' });
    expect(body.version).toBeGreaterThan(open?.version ?? 0);
    const stopped = await owner.post(path).set('Accept-Language', 'en').send({ type: 'complete' });
    expect([409, 403]).toContain(stopped.status);
    expect(stopped.body.detail).toMatch(/^[A-Z].*\.$/);
    expect(await countsIn()).toEqual(before);
    expect((await owner.get(`/api/v1/collaborations/${open?.id}`)).body.state).toBe('OPEN');
  });

  it('gives the days of the deadlines that would begin', async () => {
    const drafted = cases.find(({ handover }) => handover?.state === 'DRAFT');
    const open = drafted ?? cases.find(({ state }) => state === 'OPEN');
    const owner = await api.signInAs(open?.owner.id ?? '');
    const path = `/api/v1/collaborations/${open?.id}/commands?dryRun=true`;
    const unit = open?.unit === 'kultur' ? 'nav' : 'kultur';
    const draft = {
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers: [{ unit, person: `leder.${unit}` }],
      package: { status: 'x', openTasks: 'x', told: 'x', firstStep: 'x' },
    };
    const { status, body } = await owner.post(path).send(drafted ? { type: 'sendHandover' } : draft);
    expect([status, body.effects?.length > 0]).toEqual([200, true]);
    for (const { dueOn, label, owedBy } of body.dates) expect([dueOn, label, owedBy.role]).not.toContain(undefined);
    if (drafted) return;
    const sent = await owner.post(`${path}&thenSend=true`).send(draft).expect(200);
    const types = (sent.body.effects as { type: string }[]).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['handoverDrafted', 'handoverSent']));
    const user = `leder.${unit}`;
    const owed = (sent.body.dates as { owedBy: { user?: string } }[]).filter(({ owedBy }) => owedBy.user === user);
    expect(owed.length).toBeGreaterThan(0);
  });
});

describe('a case as the entrepreneur sees it', () => {
  it('is for staff exactly what the entrepreneur gets', async () => {
    const shown = cases.filter(({ organisation }) => organisation !== null).slice(0, 6);
    for (const { id } of shown) {
      const [row] = await api.dataSource.query<{ entrepreneur: string | null }[]>(
        'SELECT entrepreneur FROM collaboration WHERE id = $1',
        [id],
      );
      if (!row?.entrepreneur) continue;
      const outsider = await api.signInAs(row.entrepreneur);
      const theirs = await outsider.get(`/api/v1/collaborations/${id}`).expect(200);
      const preview = await chief.get(`/api/v1/collaborations/${id}?as=entrepreneur`).expect(200);
      expect(preview.body).toEqual(theirs.body);
      const [events, theirEvents] = await Promise.all([
        chief.get(`/api/v1/collaborations/${id}/events?as=entrepreneur`),
        outsider.get(`/api/v1/collaborations/${id}/events`),
      ]);
      expect(events.body).toEqual(theirEvents.body);
    }
    expect.hasAssertions();
  });

  it('is for those who work on the case only', async () => {
    const outsider = await api.signInAs('entreprenor.01');
    const { body } = await outsider.get('/api/v1/collaborations').expect(200);
    const [own] = body.items as { id: string }[];
    await outsider.get(`/api/v1/collaborations/${own?.id}?as=entrepreneur`).expect(403);
    await chief.get(`/api/v1/collaborations/${own?.id}?as=somebody`).expect(400);
  });
});

describe('My day of a manager', () => {
  it('shows what is stuck in the units that they lead, and nobody else has it', async () => {
    const handler = await api.signInAs('saksbehandler.helse');
    expect((await handler.get('/api/v1/me/work').expect(200)).body.managing).toBeNull();
    const { body: list } = await chief.get('/api/v1/collaborations?stuck=true&limit=100').expect(200);
    const stuck = list.items as { id: string; unit: string }[];
    const leaders = ['leder.helse', 'leder.kultur', 'leder.nav', 'kommunalsjef.velferd', 'kommunalsjef.oppvekst'];
    const seen = new Set<string>();
    for (const leader of leaders) {
      const agent = await api.signInAs(leader);
      const { managing } = (await agent.get('/api/v1/me/work').expect(200)).body;
      for (const { collaboration, unit, cause } of managing.stuck) {
        seen.add(collaboration.id);
        expect(stuck.find(({ id }) => id === collaboration.id)?.unit).toBe(unit);
        expect(cause.label).toMatch(/\w/);
      }
    }
    expect(seen.size).toBeGreaterThan(0);
  });
});
