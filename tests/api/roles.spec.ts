import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '#infra/up/shared/wait.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { expectRefusal } from '#support/expect-refusal.js';

/** Domain time stands at 1 February 2027. */
const TODAY = '2027-02-01';
const YESTERDAY = '2027-01-31';
const TOMORROW = '2027-02-02';

let api: TestApi;
let admin: Agent;
let leader: Agent;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
  admin = await api.signInAs('admin');
  leader = await api.signInAs('leder.helse');
}, 120_000);
afterAll(() => api.close());

const rolesOf = (person: string) => `/api/v1/people/${person}/roles`;
const grantRole = (person: string, body: object, agent = admin) => agent.post(rolesOf(person)).send(body);
const endRole = (person: string, role: string, unit: string, from: string, to: string | null, agent = admin) =>
  agent.patch(`${rolesOf(person)}/${role}/${unit}/${from}`).send({ to });
const myRoles = async (agent: Agent): Promise<string[]> => (await agent.get('/api/v1/me').expect(200)).body.roles;

describe('a role', () => {
  it('holds at once when it is given, and is gone at once when it ended yesterday', async () => {
    const mentor = await api.signInAs('mentor.helse');
    const { body } = await grantRole('mentor.helse', { role: 'jurist', unit: 'stab', from: '2027-01-01' }).expect(201);
    expect(body).toEqual({ role: 'jurist', unit: 'stab', from: '2027-01-01', to: null });
    expect(await myRoles(mentor)).toContain('jurist');
    await endRole('mentor.helse', 'jurist', 'stab', '2027-01-01', YESTERDAY).expect(200);
    expect(await myRoles(mentor)).not.toContain('jurist');
    const { body: held } = await mentor.get(rolesOf('mentor.helse')).expect(200);
    expect(held.items).toContainEqual({ role: 'jurist', unit: 'stab', from: '2027-01-01', to: YESTERDAY });
    const log = await api.dataSource.query<{ detail: { did: string; to: string | null } }[]>(
      `SELECT detail FROM audit_entry WHERE kind = 'roleChanged' AND subject = 'mentor.helse' ORDER BY id`,
    );
    expect(log.map(({ detail }) => [detail.did, detail.to])).toEqual([
      ['given', null],
      ['ended', YESTERDAY],
    ]);
  });

  it('given by another process holds here as soon as that is heard', async () => {
    const evaluator = await api.signInAs('evaluator');
    expect(await myRoles(evaluator)).not.toContain('jurist');
    await api.dataSource.query(
      `INSERT INTO role_grant (person, role, unit, from_on) VALUES ('evaluator', 'jurist', 'stab', '2027-01-01')`,
    );
    await api.dataSource.query(`SELECT pg_notify('stafett_people', '')`);
    const heard = async () => expect(await myRoles(evaluator)).toContain('jurist');
    await until(heard, { withinMs: 1_500, everyMs: 50 });
  });

  it('of an administrator ends their administration with the next request', async () => {
    await grantRole('saksbehandler.nav', { role: 'admin', unit: 'stab', from: '2027-01-01' }).expect(201);
    const second = await api.signInAs('saksbehandler.nav');
    await second.post('/api/v1/people').send({ name: 'Av ny administrator', unit: 'kultur' }).expect(201);
    await endRole('saksbehandler.nav', 'admin', 'stab', '2027-01-01', YESTERDAY).expect(200);
    expectRefusal(await second.post('/api/v1/people').send({ name: 'X', unit: 'kultur' }), 403, 'forbidden');
  });

  it('is given once for the same time, also by a double click', async () => {
    const click = (key: string) =>
      admin
        .post(rolesOf('saksbehandler.kultur'))
        .set('Idempotency-Key', key)
        .send({ role: 'mentor', unit: 'kultur', from: '2027-03-01', to: '2027-06-30' });
    expect((await Promise.all([click('a'), click('a')])).map(({ status }) => status)).toEqual([201, 201]);
    expectRefusal(await click('b'), 409, 'held', '/from');
    const overlapping = { role: 'mentor', unit: 'kultur', from: '2027-06-30' };
    expectRefusal(await grantRole('saksbehandler.kultur', overlapping), 409, 'held', '/from');
    await grantRole('saksbehandler.kultur', { ...overlapping, from: '2027-07-01' }).expect(201);
    expectRefusal(await endRole('saksbehandler.kultur', 'mentor', 'kultur', '2027-03-01', null), 409, 'held');
  });

  it('that has not been in force is taken back, one that has is ended', async () => {
    await grantRole('saksbehandler.kultur', { role: 'pilotleder', unit: 'kultur', from: TOMORROW }).expect(201);
    const at = `${rolesOf('saksbehandler.kultur')}/pilotleder/kultur/${TOMORROW}`;
    await admin.delete(at).expect(204);
    expectRefusal(await admin.delete(at), 404, 'not-found');
    const old = `${rolesOf('saksbehandler.kultur')}/saksbehandler/kultur/2020-01-01`;
    expectRefusal(await admin.delete(old), 422, 'in-the-past');
  });

  it.each<[string, object, number, string, string]>([
    ['that nobody knows', { role: 'keiser', unit: 'nav' }, 400, 'malformed', '/role'],
    ['in no unit', { role: 'mentor', unit: 'månen' }, 422, 'unknown-person', '/unit'],
    ['on a day that is not', { role: 'mentor', unit: 'nav', from: '2027-02-30' }, 400, 'malformed', '/from'],
    ['from the year 1', { role: 'mentor', unit: 'nav', from: '0001-01-01' }, 422, 'out-of-range', '/from'],
    ['to the year 9999', { role: 'mentor', unit: 'nav', to: '9999-12-31' }, 422, 'out-of-range', '/to'],
    ['that ends first', { role: 'mentor', unit: 'nav', to: '2027-01-01' }, 422, 'out-of-range', '/to'],
    ['that is over', { role: 'mentor', unit: 'nav', from: '2026-01-01', to: '2026-12-31' }, 422, 'in-the-past', '/to'],
    ['of people from outside', { role: 'entreprenor', unit: 'nav' }, 403, 'forbidden', '/role'],
  ])('%s is refused', async (_, body, status, code, pointer) => {
    expectRefusal(await grantRole('saksbehandler.innkjop', body), status, code, pointer);
  });

  it('of the staff is not given to somebody from outside', async () => {
    expectRefusal(await grantRole('henviser', { role: 'saksbehandler', unit: 'nav' }), 403, 'forbidden', '/role');
  });

  it('ends yesterday at the earliest, and what has ended stays ended', async () => {
    await grantRole('saksbehandler.hjemme', { role: 'mentor', unit: 'hjemme', from: '2026-01-01' }).expect(201);
    const ended = (to: string | null) => endRole('saksbehandler.hjemme', 'mentor', 'hjemme', '2026-01-01', to);
    expectRefusal(await ended('2027-01-30'), 422, 'in-the-past', '/to');
    expectRefusal(await ended('2025-01-01'), 422, 'out-of-range', '/to');
    await ended(YESTERDAY).expect(200);
    expectRefusal(await ended(null), 422, 'in-the-past');
    expectRefusal(await endRole('saksbehandler.hjemme', 'mentor', 'hjemme', 'i-går', TODAY), 404, 'not-found');
  });

  it('ends with a warning when nobody else in the unit has it afterwards', async () => {
    const endHandler = (person: string, unit: string) =>
      endRole(person, 'saksbehandler', unit, '2020-01-01', YESTERDAY).expect(200);
    expect((await endHandler('saksbehandler2.nav', 'nav')).body).not.toHaveProperty('warning');
    const { body } = await endHandler('saksbehandler.nav', 'nav');
    expect(body.warning).toMatch(/^Fra 2027-02-01 er det ingen saksbehandler i «NAV Fjordvik»/);
  });
});

describe('who gives roles', () => {
  it('a leader those of the unit, a director the leader, an administrator the rest', async () => {
    const mentor = { role: 'mentor', unit: 'helse' };
    await grantRole('saksbehandler.helse', mentor, leader).expect(201);
    expectRefusal(await grantRole('saksbehandler.helse', { ...mentor, unit: 'nav' }, leader), 403, 'forbidden');
    for (const role of ['admin', 'leder', 'mottak', 'kommunalsjef']) {
      expectRefusal(await grantRole('saksbehandler.helse', { role, unit: 'helse' }, leader), 403, 'forbidden');
    }
    const director = await api.signInAs('kommunalsjef.velferd');
    await grantRole('saksbehandler.helse', { role: 'leder', unit: 'helse', to: '2027-02-20' }, director).expect(201);
    expectRefusal(await grantRole('saksbehandler.helse', { role: 'admin', unit: 'helse' }, director), 403, 'forbidden');
  });

  it('no leader of another unit in a unit that has none of its own', async () => {
    await admin.post('/api/v1/units').send({ id: 'ny', name: 'Nyopprettet', parent: 'velferd' }).expect(201);
    expectRefusal(await grantRole('saksbehandler.nav', { role: 'mentor', unit: 'ny' }, leader), 403, 'forbidden');
    await grantRole(
      'saksbehandler.nav',
      { role: 'mentor', unit: 'ny' },
      await api.signInAs('kommunalsjef.velferd'),
    ).expect(201);
  });
});

describe('the last', () => {
  it.each([
    ['leader of a unit that holds cases', 'leder.kultur', 'leder', 'kultur', 'saksbehandler.kultur'],
    ['of the front line', 'mottak', 'mottak', 'stab', 'saksbehandler.stab'],
    ['administrator', 'admin', 'admin', 'stab', 'controller'],
  ])('%s stays until there is a successor', async (_, person, role, unit, successor) => {
    expectRefusal(await endRole(person, role, unit, '2020-01-01', YESTERDAY), 409, 'held', '/to');
    expectRefusal(await endRole(person, role, unit, '2020-01-01', '2027-06-30'), 409, 'held', '/to');
    await grantRole(successor, { role, unit, from: TODAY }).expect(201);
    await endRole(person, role, unit, '2020-01-01', '2027-06-30').expect(200);
    await admin.delete(`${rolesOf(successor)}/${role}/${unit}/${TODAY}`).expect(204);
  });

  it('leader of a unit goes to only one of two who both take their leave at once', async () => {
    await grantRole('saksbehandler.oppvekst', { role: 'leder', unit: 'oppvekst', from: '2027-01-01' }).expect(201);
    const answers = await Promise.all([
      endRole('saksbehandler.oppvekst', 'leder', 'oppvekst', '2027-01-01', YESTERDAY),
      endRole('leder.oppvekst', 'leder', 'oppvekst', '2020-01-01', YESTERDAY),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
