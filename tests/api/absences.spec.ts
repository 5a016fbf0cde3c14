import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { expectRefusal } from '#support/expect-refusal.js';

/** Domain time stands at 1 February 2027. */
const TODAY = '2027-02-01';

let api: TestApi;
let admin: Agent;
let handler: Agent;
let leader: Agent;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
  admin = await api.signInAs('admin');
  handler = await api.signInAs('saksbehandler.helse');
  leader = await api.signInAs('leder.helse');
}, 120_000);
afterAll(() => api.close());

const MY_ABSENCES = '/api/v1/me/absences';
const absencesOf = (person: string) => `/api/v1/people/${person}/absences`;
const addAbsence = (person: string, body: object, agent = admin) => agent.post(absencesOf(person)).send(body);

describe('an absence', () => {
  it('is said by oneself with a substitute, changed, and ended by coming back early', async () => {
    const { body } = await handler
      .post(MY_ABSENCES)
      .send({ from: '2027-01-25', to: '2027-02-19', substitute: 'saksbehandler2.helse' })
      .expect(201);
    expect(body).toMatchObject({
      person: 'saksbehandler.helse',
      from: '2027-01-25',
      to: '2027-02-19',
      substitute: { id: 'saksbehandler2.helse' },
      substituteAway: [],
    });
    await handler.patch(`${MY_ABSENCES}/2027-01-25`).send({ substitute: 'leder.helse', to: '2027-02-26' }).expect(200);
    const back = await handler.patch(`${MY_ABSENCES}/2027-01-25`).send({ to: '2027-01-31' }).expect(200);
    expect(back.body).toMatchObject({ to: '2027-01-31', substitute: { id: 'leder.helse' } });
    expect((await handler.get(MY_ABSENCES).expect(200)).body.items).toEqual([back.body]);
    const log = await api.dataSource.query<{ by: string; detail: { did: string } }[]>(
      `SELECT by, detail FROM audit_entry WHERE kind = 'absenceChanged' AND subject = 'saksbehandler.helse' ORDER BY id`,
    );
    expect(log.map(({ by, detail }) => `${by} ${detail.did}`)).toEqual([
      'saksbehandler.helse added',
      'saksbehandler.helse changed',
      'saksbehandler.helse changed',
    ]);
  });

  it('is said once by a double click, and never twice for the same days', async () => {
    const click = (key: string) =>
      handler.post(MY_ABSENCES).set('Idempotency-Key', key).send({ from: '2027-07-01', to: '2027-07-21' });
    expect((await Promise.all([click('ferie'), click('ferie')])).map(({ status }) => status)).toEqual([201, 201]);
    expectRefusal(await click('ferie-2'), 409, 'held', '/from');
    for (const [from, to] of [
      ['2027-07-21', '2027-07-30'],
      ['2027-06-01', null],
      ['2027-07-05', '2027-07-06'],
    ]) {
      expectRefusal(await handler.post(MY_ABSENCES).send({ from, to }), 409, 'held', '/from');
    }
    await handler.post(MY_ABSENCES).send({ from: '2027-07-22', to: null }).expect(201);
    await handler.delete(`${MY_ABSENCES}/2027-07-22`).expect(204);
  });

  it('that has begun is ended, not taken back; one to come is taken back', async () => {
    await addAbsence('mentor.helse', { from: '2027-01-01' }).expect(201);
    expectRefusal(await admin.delete(`${absencesOf('mentor.helse')}/2027-01-01`), 422, 'in-the-past');
    expectRefusal(
      await admin.patch(`${absencesOf('mentor.helse')}/2027-01-01`).send({ to: '2027-01-30' }),
      422,
      'in-the-past',
      '/to',
    );
    await admin
      .patch(`${absencesOf('mentor.helse')}/2027-01-01`)
      .send({ to: '2027-01-31' })
      .expect(200);
    await addAbsence('mentor.helse', { from: TODAY }).expect(201);
    await admin.delete(`${absencesOf('mentor.helse')}/${TODAY}`).expect(204);
    expectRefusal(await admin.delete(`${absencesOf('mentor.helse')}/${TODAY}`), 404, 'not-found');
  });

  it('that has been over for a while is not taken up again', async () => {
    await addAbsence('mentor.helse', { from: '2026-11-02', to: '2026-11-06' }).expect(201);
    const again = await admin.patch(`${absencesOf('mentor.helse')}/2026-11-02`).send({ to: '2026-12-31' });
    expectRefusal(again, 422, 'in-the-past', '/to');
    const late = await admin.patch(`${absencesOf('mentor.helse')}/2026-11-02`).send({ to: TODAY });
    expectRefusal(late, 422, 'in-the-past', '/to');
  });

  it.each<[string, object, number, string, string]>([
    ['without a day', {}, 400, 'malformed', '/from'],
    ['on a day that is not', { from: '2027-02-30' }, 400, 'malformed', '/from'],
    ['on a number', { from: 20270201 }, 400, 'malformed', '/from'],
    ['that ends first', { from: '2027-02-10', to: '2027-02-09' }, 422, 'out-of-range', '/to'],
    ['in the year 1', { from: '0001-01-01' }, 422, 'out-of-range', '/from'],
    ['with an unknown field', { from: TODAY, why: 'syk' }, 400, 'malformed', '/why'],
    ['with oneself as substitute', { from: TODAY, substitute: 'jurist' }, 403, 'same-person', '/substitute'],
    ['with nobody as substitute', { from: TODAY, substitute: 'nobody' }, 422, 'unknown-person', '/substitute'],
    ['with an outsider as substitute', { from: TODAY, substitute: 'henviser' }, 422, 'unknown-person', '/substitute'],
  ])('%s is refused', async (_, body, status, code, pointer) => {
    expectRefusal(await addAbsence('jurist', body), status, code, pointer);
  });
});

describe('a substitute', () => {
  it('may be away for a part of the time, which is said, but not all of it', async () => {
    await addAbsence('saksbehandler.nav', { from: '2027-03-01', to: '2027-03-05' }).expect(201);
    await addAbsence('saksbehandler.nav', { from: '2027-03-06', to: '2027-03-12' }).expect(201);
    const period = { from: '2027-03-02', to: '2027-03-10', substitute: 'saksbehandler.nav' };
    expectRefusal(await addAbsence('saksbehandler2.nav', period), 409, 'held', '/substitute');
    const { body } = await addAbsence('saksbehandler2.nav', { ...period, to: '2027-03-13' }).expect(201);
    expect(body.substituteAway).toEqual([
      { from: '2027-03-01', to: '2027-03-05' },
      { from: '2027-03-06', to: '2027-03-12' },
    ]);
  });

  it('who is away too is told of when they are named: who acts then, or that nobody does', async () => {
    const [from, to] = ['2027-08-02', '2027-08-13'];
    await addAbsence('saksbehandler.kultur', { from, to: '2027-08-06' }).expect(201);
    const first = await addAbsence('leder.kultur', { from, to, substitute: 'saksbehandler.kultur' }).expect(201);
    expect(first.body.warning).toBe('Vikaren er selv borte fra 2. august 2027: ingen svarer da.');
    await admin
      .patch(`${absencesOf('saksbehandler.kultur')}/${from}`)
      .send({ substitute: 'pilotleder.kultur' })
      .expect(200);
    const { body } = await admin.get(absencesOf('leder.kultur')).expect(200);
    expect(body.items[0].warning).toBe('Vikaren er selv borte fra 2. august 2027: da svarer Pilotleder, Kultur.');
  });

  it('is named by the one who is away, and by who could give their roles: not by others, least of all themselves', async () => {
    const stab = await api.signInAs('leder.stab');
    const away = { from: '2027-09-06', to: '2027-09-10' };
    for (const substitute of ['leder.stab', 'saksbehandler.stab']) {
      const answer = await addAbsence('kommunedirektor', { ...away, substitute }, stab);
      expectRefusal(answer, 403, 'forbidden', '/substitute');
    }
    await addAbsence('kommunedirektor', away, stab).expect(201);
    const name = (agent: Agent, substitute: string) =>
      agent.patch(`${absencesOf('kommunedirektor')}/${away.from}`).send({ substitute });
    expectRefusal(await name(stab, 'leder.stab'), 403, 'forbidden', '/substitute');
    await name(admin, 'leder.stab').expect(200);
    await addAbsence('saksbehandler.stab', { ...away, substitute: 'leder.stab' }, stab).expect(201);
  });

  it('does not lead back to the one who is away, directly or through others', async () => {
    const [from, to] = ['2027-05-03', '2027-05-14'];
    await addAbsence('mentor.nav', { from, to: '2027-05-07', substitute: 'pilotleder.nav' }).expect(201);
    await addAbsence('pilotleder.nav', { from: '2027-05-05', to, substitute: 'leder.nav' }).expect(201);
    const third = { from: '2027-05-06', to, substitute: 'mentor.nav' };
    expectRefusal(await addAbsence('leder.nav', third), 409, 'held', '/substitute');
    await addAbsence('leder.nav', { ...third, from: '2027-05-08' }).expect(201);
  });
});

describe('whose absences', () => {
  it('are for themselves, for who leads them and for administrators', async () => {
    const person = 'saksbehandler2.helse';
    for (const agent of [leader, await api.signInAs('kommunalsjef.velferd'), admin, await api.signInAs(person)]) {
      await agent.get(absencesOf(person)).expect(200);
    }
    for (const agent of [handler, await api.signInAs('leder.nav'), await api.signInAs('entreprenor.01')]) {
      expectRefusal(await agent.get(absencesOf(person)), 403, 'forbidden');
      expectRefusal(await addAbsence(person, { from: TODAY }, agent), 403, 'forbidden');
    }
    await addAbsence(person, { from: '2027-04-01', to: '2027-04-02' }, leader).expect(201);
    expectRefusal(await admin.get(absencesOf('nobody')), 404, 'not-found');
  });
});
