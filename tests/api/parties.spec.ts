import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import { rebuildViews } from '#store/cases/views/rebuild-views.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { expectRefusal } from '#support/expect-refusal.js';

/** Domain time stands at 1 February 2027. */
let api: TestApi;
let owner: Agent;
let path: string;
let id: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signInAs('saksbehandler.helse');
  const opening = { title: 'Turgruppe', description: 'Et hemmelig behov', origin: 'need' };
  const { body } = await owner.post('/api/v1/collaborations').send(opening).expect(201);
  id = (body as CaseView).id;
  path = `/api/v1/collaborations/${id}`;
}, 120_000);
afterAll(() => api.close());

const submit = (body: object, agent = owner, key: string = randomUUID()) =>
  agent.post(`${path}/commands`).set('Idempotency-Key', key).send(body);
const listedCaseIds = async (agent: Agent): Promise<string[]> =>
  ((await agent.get('/api/v1/collaborations').expect(200)).body as { items: { id: string }[] }).items.map(
    (it) => it.id,
  );

describe('somebody brought into one case', () => {
  it('reads it from the first day to the last, and not a day longer', async () => {
    const mentor = await api.signInAs('mentor.nav');
    await mentor.get(path).expect(404);
    await submit({
      type: 'addParty',
      party: 'mentor.nav',
      role: 'mentor',
      from: '2027-01-25',
      to: '2027-02-01',
    }).expect(200);
    await mentor.get(path).expect(200);
    expect(await listedCaseIds(mentor)).toEqual([id]);
    await submit({ type: 'endParty', party: 'mentor.nav', role: 'mentor', to: '2027-01-31' }).expect(200);
    await mentor.get(path).expect(404);
    expect(await listedCaseIds(mentor)).toEqual([]);
  });

  it('who was brought in by mistake today is out at once', async () => {
    const coordinator = 'pilotleder.kultur';
    const agent = await api.signInAs(coordinator);
    await submit({ type: 'addParty', party: coordinator, role: 'pilotleder' }).expect(200);
    await agent.get(path).expect(200);
    expectRefusal(
      await submit({ type: 'endParty', party: coordinator, role: 'pilotleder', to: '2027-01-30' }),
      422,
      'out-of-range',
    );
    await submit({ type: 'endParty', party: coordinator, role: 'pilotleder', to: '2027-01-31' }).expect(200);
    await agent.get(path).expect(404);
    await submit({ type: 'endParty', party: coordinator, role: 'pilotleder' }).expect(200);
  });

  it('does not see it before the first day', async () => {
    await submit({ type: 'addParty', party: 'mentor.nav', role: 'mentor', from: '2027-02-02' }).expect(200);
    await (await api.signInAs('mentor.nav')).get(path).expect(404);
  });

  it('reads along from outside in one phase alone, without what is internal, and does nothing', async () => {
    const adviser = await api.signInAs('radgiver.ekstern');
    await submit({ type: 'registerFact', fact: 'contactMade', data: { note: 'Internt notat' } }).expect(200);
    await submit({ type: 'addParty', party: 'radgiver.ekstern', role: 'radgiver', phases: ['PROCUREMENT'] }).expect(
      200,
    );
    await adviser.get(path).expect(404);
    await submit({ type: 'addParty', party: 'radgiver.ekstern', role: 'radgiver' }).expect(200);
    const { body } = await adviser.get(path).expect(200);
    expect(body as CaseView).toMatchObject({ description: 'Et hemmelig behov', risks: [], stuck: { is: false } });
    const { body: events } = await adviser.get(`${path}/events`).expect(200);
    expect(JSON.stringify(events)).not.toContain('Internt notat');
    expectRefusal(await submit({ type: 'withdraw', reason: 'Nei' }, adviser), 403, 'forbidden');
    expect((body as CaseView).actions.filter(({ allowed }) => allowed)).toEqual([]);
  });

  it('is shown to those inside with the role, the days and whether it holds', async () => {
    const { parties } = (await owner.get(path).expect(200)).body as CaseView;
    expect(parties).toMatchObject([
      { id: 'mentor.nav', role: 'mentor', label: 'mentor', from: '2027-01-25', to: '2027-01-31', now: false },
      { id: 'pilotleder.kultur', role: 'pilotleder', from: '2027-02-01', to: '2027-01-31', now: false },
      { id: 'mentor.nav', role: 'mentor', from: '2027-02-02', to: null, now: false },
      { id: 'radgiver.ekstern', role: 'radgiver', phases: ['PROCUREMENT'], now: false },
      { id: 'radgiver.ekstern', role: 'radgiver', phases: ['FIRST_CONTACT'], now: true },
    ]);
  });

  it('is one event for a double click, and still there when the views are made anew', async () => {
    const key = randomUUID();
    const body = { type: 'addParty', party: 'jurist', role: 'jurist' };
    const answers = await Promise.all([submit(body, owner, key), submit(body, owner, key)]);
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 202)).toEqual([]);
    const { body: events } = await owner.get(`${path}/events`).expect(200);
    const added = (events as { items: { type: string; data: { party?: string } }[] }).items.filter(
      ({ type, data }) => type === 'partyAdded' && data.party === 'jurist',
    );
    expect(added).toHaveLength(1);
    const rows = () => api.dataSource.query('SELECT * FROM party ORDER BY n');
    const before: unknown = await rows();
    await rebuildViews(api.dataSource, id);
    expect(await rows()).toEqual(before);
  });

  it.each<[string, object, number, string]>([
    ['nobody', { party: 'nobody', role: 'mentor' }, 422, 'unknown-person'],
    ['one without a role', { party: 'mentor.nav' }, 400, 'malformed'],
    ['a king', { party: 'mentor.nav', role: 'konge' }, 422, 'out-of-range'],
    ['one of a phase that is not', { party: 'mentor.nav', role: 'mentor', phases: ['LUNCH'] }, 400, 'malformed'],
    ['one from a day that is not', { party: 'mentor.nav', role: 'mentor', from: '2027-02-30' }, 400, 'malformed'],
    ['one from the year 1', { party: 'mentor.nav', role: 'mentor', from: '0001-01-01' }, 422, 'out-of-range'],
    ['one with more than is asked', { party: 'mentor.nav', role: 'mentor', boss: true }, 400, 'malformed'],
    ['an outsider inside', { party: 'henviser', role: 'mentor' }, 422, 'unknown-person'],
  ])('is not %s', async (_what, body, status, code) => {
    expectRefusal(await submit({ type: 'addParty', ...body }), status, code);
  });

  it('is brought in by those who have the case, not by whoever reads it', async () => {
    const body = { type: 'addParty', party: 'mentor.nav', role: 'mentor' };
    expectRefusal(await submit(body, await api.signInAs('saksbehandler2.helse')), 403, 'not-yours');
    expectRefusal(await submit(body, await api.signInAs('saksbehandler.kultur')), 404, 'not-found');
  });
});
