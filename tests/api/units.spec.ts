import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { expectRefusal } from '#support/expect-refusal.js';

const UNITS = '/api/v1/units';

let api: TestApi;
let admin: Agent;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
  admin = await api.signInAs('admin');
}, 120_000);
afterAll(() => api.close());

interface Unit {
  readonly id: string;
  readonly [field: string]: unknown;
}

async function readUnit(id: string): Promise<Unit | undefined> {
  const { body } = await (await api.signInAs('saksbehandler.nav')).get(UNITS).expect(200);
  return (body.items as Unit[]).find((it) => it.id === id);
}

const patchUnit = (id: string, body: object) => admin.patch(`${UNITS}/${id}`).send(body);

describe('the tree of units', () => {
  it('is shown to the staff with who leads each', async () => {
    expect(await readUnit('helse')).toEqual({
      id: 'helse',
      name: 'Helse og mestring',
      parent: 'velferd',
      holdsCases: true,
      manager: { id: 'leder.helse', name: 'Leder, Helse og mestring', unit: 'helse' },
      deputyManager: null,
      closedOn: null,
    });
    expect(await readUnit('velferd')).toMatchObject({ manager: { id: 'kommunalsjef.velferd' }, holdsCases: false });
  });

  it('grows by an administrator, once for a double click', async () => {
    const click = () =>
      admin
        .post(UNITS)
        .set('Idempotency-Key', 'ny-enhet')
        .send({ name: 'Sjøfolk og æresborgere', parent: 'velferd', deputyManager: 'saksbehandler.helse' });
    const [first, second] = await Promise.all([click(), click()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body.id).toBe(second.body.id);
    expect(first.body).toMatchObject({ parent: 'velferd', deputyManager: { id: 'saksbehandler.helse' } });
    expectRefusal(await admin.post(UNITS).send({ name: 'SJØFOLK og æresborgere' }), 409, 'held', '/name');
    const leader = await api.signInAs('leder.helse');
    expectRefusal(await leader.post(UNITS).send({ name: 'X', parent: 'helse' }), 403, 'forbidden');
    expectRefusal(await leader.patch(`${UNITS}/helse`).send({ name: 'X' }), 403, 'forbidden');
  });

  it('has no rings and no unit under one that is not there', async () => {
    expectRefusal(await patchUnit('velferd', { parent: 'helse' }), 422, 'out-of-range', '/parent');
    expectRefusal(await patchUnit('kommunedirektor', { parent: 'sykehjem' }), 422, 'out-of-range', '/parent');
    expectRefusal(await patchUnit('helse', { parent: 'helse' }), 422, 'out-of-range', '/parent');
    expectRefusal(await patchUnit('helse', { parent: 'månen' }), 422, 'unknown-person', '/parent');
    expectRefusal(await patchUnit('maanen', { name: 'Månen' }), 404, 'not-found');
    expectRefusal(await patchUnit('helse', {}), 400, 'malformed');
    expectRefusal(await patchUnit('helse', { closedOn: '2027-02-31' }), 400, 'malformed', '/closedOn');
  });

  it('moves a unit to another sector, whose director then directs it at once', async () => {
    await patchUnit('nav', { parent: 'oppvekst-og-kultur', name: 'Nav Fjordvik' }).expect(200);
    const director = await api.signInAs('kommunalsjef.oppvekst');
    await director.post('/api/v1/people').send({ name: 'Ny i Nav', unit: 'nav' }).expect(201);
    expect(await readUnit('nav')).toMatchObject({ name: 'Nav Fjordvik', parent: 'oppvekst-og-kultur' });
  });
});

describe('a deputy leader', () => {
  it('leads only while the leader is away, and is one person at a time', async () => {
    const leads = async () => {
      const { body } = await (await api.signInAs('saksbehandler.sykehjem')).get('/api/v1/me').expect(200);
      return (body.roles as string[]).includes('leder');
    };
    await patchUnit('sykehjem', { deputyManager: 'saksbehandler.hjemme' }).expect(200);
    const { body } = await patchUnit('sykehjem', { deputyManager: 'saksbehandler.sykehjem' }).expect(200);
    expect(body.deputyManager).toMatchObject({ id: 'saksbehandler.sykehjem' });
    expect(await leads()).toBe(false);
    const absence = '/api/v1/people/leder.sykehjem/absences';
    await admin.post(absence).send({ from: '2027-01-25', to: '2027-02-05' }).expect(201);
    expect(await leads()).toBe(true);
    await admin.patch(`${absence}/2027-01-25`).send({ to: '2027-01-31' }).expect(200);
    expect(await leads()).toBe(false);
    expect((await patchUnit('sykehjem', { deputyManager: null }).expect(200)).body.deputyManager).toBeNull();
    expectRefusal(await patchUnit('sykehjem', { deputyManager: 'henviser' }), 422, 'unknown-person', '/deputyManager');
    expectRefusal(await patchUnit('sykehjem', { deputyManager: 'nobody' }), 422, 'unknown-person', '/deputyManager');
  });
});

describe('closing a unit', () => {
  it('waits until it has no cases, people, roles, areas or units below', async () => {
    await api.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(201);
    const closed = await patchUnit('helse', { closedOn: '2027-03-01' });
    expectRefusal(closed, 409, 'held', '/closedOn');
    expect(closed.body.detail).toMatch(/åpne saker: 1.*ansatte: \d.*roller: \d.*samarbeidsområder: 1/);
    expectRefusal(await patchUnit('helse', { holdsCases: false }), 409, 'held', '/holdsCases');
    expect((await patchUnit('stab', { closedOn: '2027-03-01' })).body.detail).toMatch(/underenheter: 2/);
  });

  it('leaves the name, takes no people and no cases, and can be undone', async () => {
    const { body } = await admin.post(UNITS).send({ id: 'kort', name: 'Kortvarig', parent: 'stab' }).expect(201);
    expect(body).toMatchObject({ id: 'kort', holdsCases: true });
    await patchUnit('kort', { closedOn: '2027-02-01' }).expect(200);
    expect(await readUnit('kort')).toMatchObject({ closedOn: '2027-02-01', manager: null });
    expectRefusal(await admin.post('/api/v1/people').send({ name: 'X', unit: 'kort' }), 409, 'held', '/unit');
    const opened = { title: 'Behov', description: 'Et behov', unit: 'kort' };
    expectRefusal(await admin.post('/api/v1/collaborations').send(opened), 422, 'unknown-person', '/unit');
    await patchUnit('kort', { closedOn: null }).expect(200);
    await admin.post('/api/v1/people').send({ name: 'X', unit: 'kort' }).expect(201);
  });
});
