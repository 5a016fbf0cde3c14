import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerToken } from '#store/access/api-tokens.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { expectRefusal } from '#support/expect-refusal.js';

/** Domain time stands at 1 February 2027. */
const TODAY = '2027-02-01';

let api: TestApi;
let admin: Agent;
let leader: Agent;
beforeAll(async () => {
  api = await startTestApi();
  admin = await api.signInAs('admin');
  leader = await api.signInAs('leder.helse');
}, 120_000);
afterAll(() => api.close());

const CASES = '/api/v1/collaborations';

interface ReportLine {
  readonly kind: string;
  readonly outcome: string;
  readonly code?: string;
  readonly collaboration?: { readonly id: string } | null;
  readonly to: { readonly id: string } | null;
}
interface Report {
  readonly complete: boolean;
  readonly active: boolean;
  readonly lines: readonly ReportLine[];
}

async function createCaseHandler(unit = 'helse'): Promise<string> {
  const { body } = await admin.post('/api/v1/people').send({ name: 'Ragnhild Sæther Øyen', unit }).expect(201);
  await admin.post(`/api/v1/people/${body.id}/roles`).send({ role: 'saksbehandler', unit, from: '2026-01-01' });
  return body.id as string;
}

async function openCase(agent: Agent): Promise<string> {
  const { body } = await agent.post(CASES).send({ title: 'Strikkekafé', description: 'Et behov' }).expect(201);
  return body.id as string;
}

const submit = (id: string, body: object, agent = leader) =>
  agent.post(`${CASES}/${id}/commands`).send(body).expect(200);

async function registerDeparture(
  person: string,
  body: object,
  { agent = leader, key = String(randomUUID()) } = {},
): Promise<Report> {
  const at = `/api/v1/people/${person}/departure`;
  return (await agent.post(at).set('Idempotency-Key', key).send(body).expect(200)).body as Report;
}

const kindsAndOutcomes = ({ lines }: Report): string[] => lines.map(({ kind, outcome }) => `${kind} ${outcome}`).sort();
const caseOf = async (id: string) => (await leader.get(`${CASES}/${id}`).expect(200)).body;

describe('somebody who leaves', () => {
  it('leaves the roles that they had in single cases, also one to come', async () => {
    const person = await createCaseHandler();
    const id = await openCase(await api.signInAs('saksbehandler.helse'));
    await submit(id, { type: 'addParty', party: person, role: 'mentor', from: '2027-01-20' });
    await submit(id, { type: 'addParty', party: person, role: 'pilotleder', from: '2027-03-01' });
    const { body: held } = await leader.get(`/api/v1/people/${person}/holdings`).expect(200);
    expect(held.items).toMatchObject([
      { kind: 'CASE_ROLE', role: 'mentor', collaboration: { id } },
      { kind: 'CASE_ROLE', role: 'pilotleder', collaboration: { id } },
    ]);
    const rehearsed = await registerDeparture(person, { dryRun: true });
    expect(kindsAndOutcomes(rehearsed)).toEqual(['CASE_ROLE WOULD', 'CASE_ROLE WOULD']);
    const done = await registerDeparture(person, {}, { agent: admin });
    expect([done.complete, kindsAndOutcomes(done)]).toEqual([true, ['CASE_ROLE DONE', 'CASE_ROLE DONE']]);
    expect((await caseOf(id)).parties).toMatchObject([
      { role: 'mentor', to: TODAY },
      { role: 'pilotleder', from: '2027-03-01', to: '2027-02-28', now: false },
    ]);
  });

  it('hands over every case by its own commands, then areas and standing in, and is gone', async () => {
    const person = await createCaseHandler();
    const theirs = await api.signInAs(person);
    const [owned, deputised] = [await openCase(theirs), await openCase(await api.signInAs('saksbehandler.helse'))];
    await submit(deputised, { type: 'nameDeputy', deputy: person });
    await api.dataSource.query(`UPDATE area SET contact = $1 WHERE id = 'helse-og-mestring'`, [person]);
    await admin
      .post('/api/v1/people/mentor.helse/absences')
      .send({ from: '2027-01-20', substitute: person })
      .expect(201);
    await theirs.post('/api/v1/me/absences').send({ from: '2027-01-30', to: '2027-02-20' }).expect(201);

    const { body: held } = await leader.get(`/api/v1/people/${person}/holdings`).expect(200);
    expect((held.items as ReportLine[]).map(({ kind }) => kind).sort()).toEqual([
      'AREA_CONTACT',
      'CONTACT_CASE',
      'DEPUTY_CASE',
      'OWNED_CASE',
      'SUBSTITUTE',
    ]);
    const token = {
      id: randomUUID(),
      name: 'fagsystem',
      person,
      scopes: ['read'],
      expiresAt: new Date(Date.now() + 60_000),
    };
    await registerToken(api.dataSource.manager, token);
    const to = 'saksbehandler2.helse';
    const rehearsed = await registerDeparture(person, { to, dryRun: true });
    expect(rehearsed).toMatchObject({ complete: true, active: true });
    expect(new Set(rehearsed.lines.map(({ outcome }) => outcome))).toEqual(new Set(['WOULD']));
    expect((await caseOf(owned)).owner.id).toBe(person);

    const key = 'slutt-1';
    const done = await registerDeparture(person, { to }, { key });
    expect(done).toMatchObject({ complete: true, active: false });
    expect(kindsAndOutcomes(done)).toEqual([
      'AREA_CONTACT DONE',
      'CONTACT_CASE DONE',
      'DEPUTY_CASE DONE',
      'OWNED_CASE DONE',
      'SUBSTITUTE DONE',
    ]);
    expect(await caseOf(owned)).toMatchObject({ owner: { id: to }, contact: { id: to } });
    expect(await caseOf(deputised)).toMatchObject({ deputy: { id: to } });
    const { body: events } = await leader.get(`${CASES}/${owned}/events`).expect(200);
    const types = (events.items as { type: string }[]).map(({ type }) => type);
    expect(types.findLast((type) => type === 'ownerAssigned' || type === 'contactChanged')).toBe('ownerAssigned');
    const areas = await api.dataSource.query(`SELECT contact FROM area WHERE id = 'helse-og-mestring'`);
    expect(areas).toEqual([{ contact: to }]);
    expectRefusal(await theirs.get('/api/v1/me'), 401, 'signed-out');
    const tokens = await api.dataSource.query('SELECT revoked_at FROM api_token WHERE person = $1', [person]);
    expect(tokens).toEqual([{ revoked_at: expect.any(Date) }]);
    expect(await api.dataSource.query('SELECT hash FROM session WHERE person = $1', [person])).toEqual([]);
    expectRefusal(await api.anonymous.post('/api/v1/demo/sign-in').send({ user: person }), 403, 'forbidden');
    const { body: entry } = await admin.get(`/api/v1/people/${person}`).expect(200);
    expect(entry).toMatchObject({ active: false, roles: [], name: 'Ragnhild Sæther Øyen', version: 2 });
    const { body: roles } = await admin.get(`/api/v1/people/${person}/roles`).expect(200);
    expect(roles.items).toEqual([{ role: 'saksbehandler', unit: 'helse', from: '2026-01-01', to: TODAY }]);
    const { body: away } = await admin.get(`/api/v1/people/${person}/absences`).expect(200);
    expect(away.items).toMatchObject([
      { from: TODAY, to: null, substitute: { id: to } },
      { from: '2027-01-30', to: '2027-01-31' },
    ]);
    expect(await registerDeparture(person, { to }, { key })).toMatchObject({
      complete: true,
      active: false,
      lines: [],
    });
  }, 30_000);

  it('is listed no more, owns nothing new and gets no role', async () => {
    const person = await createCaseHandler();
    await registerDeparture(person, {});
    const { body } = await admin.get('/api/v1/people?q=Ragnhild&active=false').expect(200);
    expect((body.items as { id: string }[]).map(({ id }) => id)).toContain(person);
    const { body: active } = await admin.get('/api/v1/people?q=Ragnhild').expect(200);
    expect((active.items as { id: string }[]).map(({ id }) => id)).not.toContain(person);
    const id = await openCase(await api.signInAs('saksbehandler.helse'));
    const refused = await leader.post(`${CASES}/${id}/commands`).send({ type: 'assignOwner', owner: person });
    expectRefusal(refused, 422, 'unknown-person');
    const role = { role: 'mentor', unit: 'helse' };
    expectRefusal(await admin.post(`/api/v1/people/${person}/roles`).send(role), 409, 'already-closed');
    const moved = await leader.post(`${CASES}/moves`).send({ collaborations: [id], to: person });
    expectRefusal(moved, 422, 'unknown-person', '/to');
  });

  it('comes back by an administrator, for the rest of the day with the roles that ended with it', async () => {
    const person = await createCaseHandler();
    await registerDeparture(person, {});
    const back = (agent: Agent, seen: string) =>
      agent.patch(`/api/v1/people/${person}`).set('If-Match', seen).send({ active: true });
    expectRefusal(await back(leader, '"2"'), 403, 'forbidden');
    expectRefusal(await back(admin, '"1"'), 412, 'stale');
    const { body } = await back(admin, '"2"').expect(200);
    expect(body).toMatchObject({ active: true, roles: [{ role: 'saksbehandler', unit: 'helse' }], version: 3 });
    expect((await admin.get(`/api/v1/people/${person}/absences`).expect(200)).body.items).toEqual([]);
    await (await api.signInAs(person)).get('/api/v1/me').expect(200);
  });

  it('is followed by whom an administrator names, in any unit', async () => {
    const person = await createCaseHandler('kultur');
    const theirs = await api.signInAs(person);
    const [id, other] = [await openCase(theirs), await openCase(await api.signInAs('saksbehandler.kultur'))];
    await submit(other, { type: 'nameDeputy', deputy: person }, await api.signInAs('leder.kultur'));
    const done = await registerDeparture(person, { to: 'leder.kultur' }, { agent: admin });
    expect(done).toMatchObject({ complete: true, active: false });
    expect((await admin.get(`${CASES}/${id}`).expect(200)).body).toMatchObject({
      owner: { id: 'leder.kultur' },
      contact: { id: 'leder.kultur' },
    });
  }, 30_000);

  it('stays active while anything is left, and goes on when that is settled', async () => {
    const person = await createCaseHandler();
    const theirs = await api.signInAs(person);
    const [easy, hard] = [await openCase(theirs), await openCase(theirs)];
    const body = { to: 'saksbehandler2.helse', assignments: [{ collaboration: hard, to: 'saksbehandler.nav' }] };
    const key = 'slutt-2';
    for (const dryRun of [true, false]) {
      const report = await registerDeparture(person, { ...body, dryRun }, { key });
      expect(report).toMatchObject({ complete: false, active: true });
      const stuck = report.lines.filter(({ outcome }) => outcome === 'REFUSED');
      expect(stuck.map(({ kind, code, collaboration }) => [kind, code, collaboration?.id])).toEqual([
        ['OWNED_CASE', 'forbidden', hard],
      ]);
    }
    expect((await caseOf(easy)).owner.id).toBe('saksbehandler2.helse');
    expect((await caseOf(hard)).owner.id).toBe(person);
    const done = await registerDeparture(person, { to: 'saksbehandler2.helse' }, { key });
    expect(done).toMatchObject({ complete: true, active: false });
    expect(kindsAndOutcomes(done)).toEqual(['OWNED_CASE DONE']);
  }, 30_000);

  it('needs a successor for what cannot be left to nobody', async () => {
    const person = await createCaseHandler();
    await openCase(await api.signInAs(person));
    const report = await registerDeparture(person, {});
    expect(report).toMatchObject({ complete: false, active: true });
    expect(kindsAndOutcomes(report)).toEqual(['CONTACT_CASE REFUSED', 'OWNED_CASE REFUSED']);
  });

  it('is not followed by one who would both own and receive, and leaves unanswered handovers to the substitute', async () => {
    const person = await createCaseHandler();
    const sender = await api.signInAs('saksbehandler.helse');
    const sent = await openCase(sender);
    const receivers = [{ unit: 'helse', person }];
    const draft = { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: { firstStep: 'Ring dem.' } };
    await submit(sent, draft, sender);
    await submit(sent, { type: 'sendHandover' }, sender);
    const own = await registerDeparture(person, { to: 'saksbehandler.helse', dryRun: true });
    expect(own.lines).toMatchObject([{ kind: 'HANDOVER', outcome: 'REFUSED', code: 'same-person' }]);
    const other = await registerDeparture(person, { to: 'saksbehandler2.helse' });
    expect(other).toMatchObject({ complete: true, active: false });
    expect(other.lines).toMatchObject([{ kind: 'HANDOVER', outcome: 'DONE', to: { id: 'saksbehandler2.helse' } }]);

    const owner = await createCaseHandler();
    const theirs = await api.signInAs(owner);
    const second = await openCase(theirs);
    const toSuccessor = { ...draft, receivers: [{ unit: 'helse', person: 'saksbehandler2.helse' }] };
    await submit(second, toSuccessor, theirs);
    await submit(second, { type: 'sendHandover' }, theirs);
    const both = await registerDeparture(owner, { to: 'saksbehandler2.helse', dryRun: true });
    expect(both.lines[0]).toMatchObject({ kind: 'OWNED_CASE', outcome: 'REFUSED', code: 'same-person' });
  }, 30_000);

  it('who alone leads, receives or administers passes that on, by one who may give it', async () => {
    const director = await api.signInAs('kommunalsjef.velferd');
    const before = await registerDeparture('leder.hjemme', { dryRun: true }, { agent: director });
    expect(before.lines.filter(({ outcome }) => outcome === 'REFUSED').map(({ kind }) => kind)).toEqual([
      'AREA_DEPUTY',
      'ROLE',
    ]);
    const done = await registerDeparture('leder.hjemme', { to: 'driftsansvarlig.hjemme' }, { agent: director });
    expect(done).toMatchObject({ complete: true, active: false });
    const { body } = await director.get('/api/v1/units').expect(200);
    const unit = (body.items as { id: string; manager: { id: string } }[]).find(({ id }) => id === 'hjemme');
    expect(unit?.manager.id).toBe('driftsansvarlig.hjemme');

    const stab = await api.signInAs('leder.stab');
    const answer = await stab.post('/api/v1/people/mottak/departure').send({ to: 'saksbehandler.stab' });
    expectRefusal(answer, 403, 'forbidden');
  }, 30_000);

  it('who alone has a role in the unit leaves it to nobody, and the answer says so', async () => {
    const { lines } = await registerDeparture('driftsansvarlig.kultur', { dryRun: true }, { agent: admin });
    const warning: unknown = expect.stringMatching(/ingen driftsansvarlig i «Kultur»/);
    expect(lines).toMatchObject([{ kind: 'ROLE', to: null, outcome: 'WOULD', warning }]);
    const passedOn = await registerDeparture(
      'driftsansvarlig.kultur',
      { to: 'saksbehandler.kultur', dryRun: true },
      { agent: admin },
    );
    expect(passedOn.lines).toMatchObject([{ kind: 'ROLE', to: { id: 'saksbehandler.kultur' } }]);
    expect(passedOn.lines[0]).not.toHaveProperty('warning');
  });

  it('whose cases the caller may not see is told of as such, without saying which', async () => {
    const person = await createCaseHandler('nav');
    const foreign = await openCase(await api.signInAs('saksbehandler.kultur'));
    await submit(foreign, { type: 'nameDeputy', deputy: person }, await api.signInAs('leder.kultur'));
    const navs = await api.signInAs('leder.nav');
    const { body } = await navs.get(`/api/v1/people/${person}/holdings`).expect(200);
    expect(body.items).toEqual([{ kind: 'DEPUTY_CASE', collaboration: null }]);
    const report = await registerDeparture(person, { to: 'saksbehandler.nav' }, { agent: navs });
    expect(report.lines).toMatchObject([{ kind: 'DEPUTY_CASE', collaboration: null, outcome: 'REFUSED' }]);
  });
});

describe('who ends it', () => {
  it('administrators and those who lead the person, never the person alone', async () => {
    const at = '/api/v1/people/saksbehandler2.nav';
    for (const agent of [leader, await api.signInAs('saksbehandler.nav'), await api.signInAs('entreprenor.01')]) {
      expectRefusal(await agent.get(`${at}/holdings`), 403, 'forbidden');
      expectRefusal(await agent.post(`${at}/departure`).send({}), 403, 'forbidden');
    }
    await (await api.signInAs('kommunalsjef.velferd')).get(`${at}/holdings`).expect(200);
    expectRefusal(await admin.post('/api/v1/people/admin/departure').send({}), 403, 'same-person');
    expectRefusal(await admin.post('/api/v1/people/nobody/departure').send({}), 404, 'not-found');
    const registerDeparture = (body: object) => admin.post(`${at}/departure`).send(body);
    expectRefusal(await registerDeparture({ to: 'nobody' }), 422, 'unknown-person', '/to');
    expectRefusal(await registerDeparture({ to: 'saksbehandler2.nav' }), 403, 'same-person', '/to');
    expectRefusal(await registerDeparture({ to: 7 }), 400, 'malformed', '/to');
    expectRefusal(await registerDeparture({ assignments: [{ collaboration: 'x', to: 'mottak' }] }), 400, 'malformed');
  });

  it('twice at once, by a double click, hands everything over once', async () => {
    const person = await createCaseHandler();
    const { body: receipt } = await api.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(201);
    await submit(receipt.id as string, { type: 'assignOwner', owner: person });
    const click = () => registerDeparture(person, { to: 'saksbehandler2.helse' }, { key: 'dobbelt' });
    await Promise.all([click(), click()]);
    expect(await click()).toMatchObject({ complete: true, active: false });
    const { body } = await leader.get(`${CASES}/${receipt.id}/events`).expect(200);
    const given = (body.items as { type: string; data: { owner?: string } }[]).filter(
      ({ type, data }) => type === 'ownerAssigned' && data.owner === 'saksbehandler2.helse',
    );
    expect(given).toHaveLength(1);
    const left = await api.dataSource.query(
      `SELECT id FROM audit_entry WHERE subject = $1 AND detail->>'did' = 'left'`,
      [person],
    );
    expect(left).toHaveLength(1);
  }, 30_000);
});
