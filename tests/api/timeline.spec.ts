import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TimelineEvent } from '#support/api-client.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

let api: TestApi;
let staff: Agent;
let path: string;

beforeAll(async () => {
  api = await startTestApi();
  staff = await api.signInAs('mottak');
  const opened = await staff.post('/api/v1/collaborations').send({
    title: 'Turgruppe',
    description: 'Et behov',
    organisation: enquiryBody.organisation,
    contact: enquiryBody.contact,
    area: enquiryBody.area,
  });
  path = `/api/v1/collaborations/${opened.body.id}`;
  const give = (body: object) => staff.post(`${path}/commands`).send(body).expect(200);
  await give({ type: 'assignOwner', owner: 'saksbehandler.helse' });
  await give({ type: 'registerFact', fact: 'meetingHeld', on: '2027-01-29', data: { note: 'Et hemmelig notat' } });
}, 120_000);
afterAll(() => api.close());

const eventsOf = async (query = '', agent = staff, language = 'nb'): Promise<TimelineEvent[]> => {
  const { body } = await agent.get(`${path}/events${query}`).set('Accept-Language', language).expect(200);
  return body.items;
};

describe('the timeline of a case', () => {
  it('says each event as a sentence, in the language asked for, with the day and the name of who did it', async () => {
    const assigned = (await eventsOf()).findLast(({ type }) => type === 'ownerAssigned');
    expect(assigned).toMatchObject({
      kind: 'PEOPLE',
      text: 'Ny saksansvarlig: Saksbehandler, Helse og mestring',
      day: '2027-02-01',
      by: 'mottak',
      byName: expect.stringMatching(/\w/),
      names: { 'saksbehandler.helse': 'Saksbehandler, Helse og mestring', mottak: expect.any(String) },
    });
    const english = await eventsOf('?kind=PEOPLE', staff, 'en');
    expect(english.map(({ text }) => text)).toContain('New owner of the case: Saksbehandler, Helse og mestring');
    const fact = (await eventsOf('?kind=FACT')).at(-1);
    expect(fact).toMatchObject({ text: expect.stringMatching(/, 29\. januar 2027$/), shared: expect.any(Boolean) });
  });

  it('says every type of event without an id or an empty word in it', async () => {
    const events = await eventsOf();
    expect(events.length).toBeGreaterThan(8);
    for (const { text, data } of events) {
      expect(text).toMatch(/^[A-ZÆØÅ«].{3,}/);
      expect(text).not.toMatch(/undefined|null|text:|:\s*$/);
      for (const id of Object.values(data))
        if (typeof id === 'string' && id.includes(':')) expect(text).not.toContain(id);
    }
  });

  it('comes newest first when asked, page by page, and of one kind', async () => {
    const all = await eventsOf();
    const newestFirst: TimelineEvent[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body }: { body: { items: TimelineEvent[]; next: string | null } } = await staff
        .get(`${path}/events?order=desc&limit=4${after === '' ? '' : `&after=${after}`}`)
        .expect(200);
      newestFirst.push(...body.items);
      after = body.next;
    }
    expect(newestFirst).toEqual([...all].reverse());
    const deadlines = await eventsOf('?kind=DEADLINE');
    expect(deadlines).toEqual(all.filter(({ kind }) => kind === 'DEADLINE'));
    expect(deadlines.length).toBeGreaterThan(1);
  });

  it.each(['kind=NOTHING', 'order=up', 'kind=constructor'])('refuses %s', async (query) => {
    const { status, body } = await staff.get(`${path}/events?${query}`);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'malformed' });
  });

  it('tells somebody outside who did what, in the same words, and not what is only for the municipality', async () => {
    const owner = await api.signInAs('saksbehandler.helse');
    const adviser = { party: 'radgiver.ekstern', role: 'radgiver', phases: ['FIRST_CONTACT'] };
    await owner
      .post(`${path}/commands`)
      .send({ type: 'addParty', ...adviser })
      .expect(200);
    const outsider = await api.signInAs('radgiver.ekstern');
    const answer = await outsider.get(`${path}/events`);
    expect(answer.status).toBe(200);
    const told = answer.body.items as TimelineEvent[];
    expect(told.find(({ type }) => type === 'ownerAssigned')?.byName).toEqual(expect.any(String));
    expect(told.map(({ shared }) => shared)).not.toContain(false);
    expect(JSON.stringify(answer.body)).not.toContain('hemmelig');
  });
});

describe('the process in force', () => {
  it('shows the items of its checklists, and beside them the versions', async () => {
    const { body } = await staff.get('/api/v1/process').set('Accept-Language', 'en').expect(200);
    expect(body.items.caseHandler).toMatchObject({ label: expect.any(String), requirement: expect.any(String) });
    expect(Object.keys(body.gates.G1.items).length).toBeGreaterThan(2);
    for (const item of body.gates.G1.items) expect(body.items[item]).toHaveProperty('label');
    expect(body.versions).toMatchObject([{ id: 'collaboration', version: body.version, kind: expect.any(String) }]);
  });
});
