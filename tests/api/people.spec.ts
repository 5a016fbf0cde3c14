import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { expectRefusal } from '#support/expect-refusal.js';

let api: TestApi;
let admin: Agent;
let leader: Agent;
let handler: Agent;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
  admin = await api.signInAs('admin');
  leader = await api.signInAs('leder.helse');
  handler = await api.signInAs('saksbehandler.helse');
}, 120_000);
afterAll(() => api.close());

const PEOPLE = '/api/v1/people';
const ASE = { name: 'Åse Bjørnø', unit: 'helse', email: 'åse.bjørnø@fjordvik.example', phone: '+47 55 50 99 01' };

const postPerson = (body: object, agent = admin) => agent.post(PEOPLE).send(body);

async function createPerson(body: object): Promise<{ id: string; path: string; etag: string }> {
  const { body: entry, headers } = await postPerson(body).expect(201);
  return { id: entry.id as string, path: `${PEOPLE}/${entry.id}`, etag: headers['etag'] as string };
}

const personAuditEntries = (subject: string) =>
  api.dataSource.query<{ kind: string; by: string; detail: object }[]>(
    'SELECT kind, by, detail FROM audit_entry WHERE subject = $1 ORDER BY id',
    [subject],
  );

describe('a person', () => {
  it('is entered with Norwegian letters and an id of its own, and found by name', async () => {
    const { body, headers } = await postPerson({ ...ASE, name: '  Åse Bjørnø ' }).expect(201);
    expect(body).toMatchObject({ ...ASE, staff: true, active: true, roles: [], version: 1 });
    expect(headers).toMatchObject({ etag: '"1"', location: `${PEOPLE}/${body.id}`, 'cache-control': 'no-store' });
    const found = await handler.get(`${PEOPLE}?q=${encodeURIComponent('ÅSE bjø')}`).expect(200);
    expect((found.body.items as { id: string }[]).map(({ id }) => id)).toEqual([body.id]);
    expect(await personAuditEntries(body.id as string)).toEqual([
      { kind: 'personChanged', by: 'admin', detail: { did: 'added', unit: 'helse', staff: true } },
    ]);
  });

  it('shows how to reach them to administrators, to who leads them and to themselves, not to colleagues', async () => {
    const at = `${PEOPLE}/saksbehandler2.helse`;
    for (const agent of [
      admin,
      leader,
      await api.signInAs('kommunalsjef.velferd'),
      await api.signInAs('saksbehandler2.helse'),
    ]) {
      expect((await agent.get(at).expect(200)).body).toMatchObject({ email: 'saksbehandler2.helse@fjordvik.example' });
    }
    for (const agent of [handler, await api.signInAs('leder.nav')]) {
      const { body } = await agent.get(at).expect(200);
      expect(body).toMatchObject({ unit: 'helse', roles: [{ role: 'saksbehandler', unit: 'helse' }] });
      expect(body).not.toHaveProperty('email');
      expect(body).not.toHaveProperty('phone');
    }
  });

  it('is edited by two administrators: the second is told that it has changed', async () => {
    const { path, etag, id } = await createPerson({ name: 'Per Ås', unit: 'nav' });
    const edit = (name: string) => admin.patch(path).set('If-Match', etag).send({ name });
    const answers = await Promise.all([edit('Per Aas'), edit('Per Åsheim')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expectRefusal(
      answers.find(({ status }) => status === 412)!,
      412,
      'stale',
    );
    const { body, headers } = await admin.get(path).expect(200);
    expect(body.version).toBe(2);
    expect(headers['etag']).toBe('"2"');
    const [, changed] = await personAuditEntries(id);
    expect(changed?.detail).toEqual({ did: 'changed', fields: ['name'] });
  });

  it('is not edited without saying what was seen, and an edit that changes nothing changes no version', async () => {
    const { path } = await createPerson({ name: 'Uten versjon', unit: 'nav' });
    expectRefusal(await admin.patch(path).send({ name: 'Ny' }), 400, 'malformed', 'If-Match');
    expectRefusal(await admin.patch(path).set('If-Match', 'x').send({ name: 'Ny' }), 400, 'malformed', 'If-Match');
    expectRefusal(await admin.patch(path).set('If-Match', '"1"').send({}), 400, 'malformed');
    const same = await admin.patch(path).set('If-Match', '"1"').send({ name: 'Uten versjon' }).expect(200);
    expect(same.headers['etag']).toBe('"1"');
  });

  it('is entered once by a double click with one key, and the key is good for nothing else', async () => {
    const click = (name: string) => admin.post(PEOPLE).set('Idempotency-Key', 'dobbelt').send({ name, unit: 'kultur' });
    const [first, second] = await Promise.all([click('Dobbelt'), click('Dobbelt')]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body.id).toBe(second.body.id);
    expectRefusal(await click('Noe annet'), 422, 'key-reused');
  });

  it('shares its e-mail with no other active person of the same kind, however it is written', async () => {
    await createPerson({ name: 'Første', unit: 'nav', email: 'delt@fjordvik.example' });
    expectRefusal(
      await postPerson({ name: 'Annen', unit: 'nav', email: 'DELT@fjordvik.example' }),
      409,
      'held',
      '/email',
    );
    await postPerson({ name: 'Utenfra', unit: 'ekstern', email: 'delt@fjordvik.example', staff: false }).expect(201);
    const twice = () => postPerson({ name: 'Samtidig', unit: 'nav', email: 'samtidig@fjordvik.example' });
    const answers = await Promise.all([twice(), twice()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each<[string, object, string]>([
    ['no name', { unit: 'nav' }, '/name'],
    ['a blank name', { name: '   ', unit: 'nav' }, '/name'],
    ['a name with a bell in it', { name: 'a\u0007b', unit: 'nav' }, '/name'],
    ['a number for a name', { name: 7, unit: 'nav' }, '/name'],
    ['no e-mail address', { ...ASE, email: 'åse' }, '/email'],
    ['a telephone number of letters', { ...ASE, phone: 'ring meg' }, '/phone'],
    ['an id with a slash', { ...ASE, id: 'a/b' }, '/id'],
    ['an unknown field', { ...ASE, password: 'x' }, '/password'],
    ['a text for a truth', { ...ASE, staff: 'ja' }, '/staff'],
  ])('with %s is 400', async (_, body, pointer) => {
    expectRefusal(await postPerson(body), 400, 'malformed', pointer);
  });

  it('is of a unit that is there, and has an id that nobody has', async () => {
    expectRefusal(await postPerson({ name: 'X', unit: 'månen' }), 422, 'unknown-person', '/unit');
    expectRefusal(await postPerson({ name: 'X', unit: 'nav', id: 'admin' }), 409, 'held', '/id');
  });

  it('that is not there is 404, whatever the address holds', async () => {
    for (const id of ['nobody', '%00', 'x'.repeat(101), '%F0%9F%98%80']) {
      expectRefusal(await admin.get(`${PEOPLE}/${id}`), 404, 'not-found');
    }
  });
});

describe('who administers people', () => {
  it('a leader those of the unit, a director those of the sector, others nobody', async () => {
    await postPerson({ name: 'Ny i helse', unit: 'helse' }, leader).expect(201);
    expectRefusal(await postPerson({ name: 'Ny i nav', unit: 'nav' }, leader), 403, 'forbidden');
    await postPerson({ name: 'Ny i nav', unit: 'nav' }, await api.signInAs('kommunalsjef.velferd')).expect(201);
    expectRefusal(await postPerson({ name: 'X', unit: 'helse' }, handler), 403, 'forbidden');
    const etag = { 'If-Match': '"1"' };
    const at = `${PEOPLE}/saksbehandler.helse`;
    expectRefusal(await leader.patch(at).set(etag).send({ unit: 'nav' }), 403, 'forbidden');
    expectRefusal(await leader.patch(at).set(etag).send({ staff: false }), 403, 'forbidden');
  });

  it('nobody takes over the e-mail of one who has more than they could give, nor casts out one who has cases', async () => {
    const stab = await api.signInAs('leder.stab');
    const edit = (agent: Agent, id: string, body: object) =>
      agent.patch(`${PEOPLE}/${id}`).set('If-Match', '*').send(body);
    expectRefusal(await edit(stab, 'admin', { email: 'min@fjordvik.example' }), 403, 'forbidden');
    await edit(stab, 'saksbehandler.stab', { email: 'ny@fjordvik.example' }).expect(200);
    expectRefusal(await edit(admin, 'jurist', { staff: false }), 409, 'held', '/staff');
    const { id } = await createPerson({ name: 'Uten rolle', unit: 'helse' });
    const role = { role: 'saksbehandler', unit: 'helse' };
    const { body: grant } = await admin.post(`${PEOPLE}/${id}/roles`).send(role).expect(201);
    const opener = await api.signInAs(id);
    await opener.post('/api/v1/collaborations').send({ title: 'Behov', description: 'Et behov' }).expect(201);
    await admin.delete(`${PEOPLE}/${id}/roles/saksbehandler/helse/${grant.from}`).expect(204);
    expectRefusal(await edit(admin, id, { staff: false }), 409, 'held', '/staff');
  });

  it('nobody from outside, who is also shown nobody', async () => {
    const outsider = await api.signInAs('entreprenor.01');
    for (const at of ['/people', '/people/admin', '/people/admin/roles', '/units', '/me/absences']) {
      expectRefusal(await outsider.get(`/api/v1${at}`), 403, 'forbidden');
    }
    expectRefusal(await postPerson({ name: 'X', unit: 'ekstern' }, outsider), 403, 'forbidden');
    expectRefusal(await api.anonymous.get(PEOPLE), 401, 'signed-out');
  });
});

describe('the list of people', () => {
  it('goes on page by page, by name, and is filtered by unit and by role', async () => {
    const names: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await handler.get(`${PEOPLE}?limit=20${cursor}`).expect(200);
      names.push(...(body.items as { id: string }[]).map(({ id }) => id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(70);
    const { body } = await handler.get(`${PEOPLE}?unit=helse&role=saksbehandler`).expect(200);
    expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual([
      'saksbehandler2.helse',
      'saksbehandler.helse',
    ]);
  });

  it.each([
    'role=keiser',
    'unit=månen',
    'active=ja',
    'limit=0',
    'colour=red',
    'cursor=x',
    `cursor=${cursorWithNulCharacter()}`,
  ])('is 400 for ?%s', async (query) => {
    expectRefusal(await handler.get(`${PEOPLE}?${query.replace('å', '%C3%A5')}`), 400, 'malformed');
  });
});

/** A well-formed cursor that holds a NUL character, which Postgres cannot store. */
function cursorWithNulCharacter(): string {
  return Buffer.from(JSON.stringify(['\u0000', 'x'])).toString('base64url');
}
