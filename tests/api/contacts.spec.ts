import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { SignInLinksService } from '#api/access/links/sign-in-links.service.js';
import { readDirectory } from '#store/people/directory.js';
import { addRepresentative, representationsOf } from '#store/organisations/representatives.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { organisationNumberOf } from '#support/organisation-number.js';
import { startTestMail } from '#support/test-mail.js';
import type { TestMail } from '#support/test-mail.js';

const TODAY = '2027-02-01';
const YESTERDAY = '2027-01-31';

let mail: TestMail;
let api: TestApi;
let helse: Agent;
let kultur: Agent;
let admin: Agent;
beforeAll(async () => {
  mail = await startTestMail();
  api = await startTestApi({ temporal: 'down', smtp: mail.smtpUrl });
  [helse, kultur, admin] = [
    await api.signInAs('leder.helse'),
    await api.signInAs('saksbehandler.kultur'),
    await api.signInAs('admin'),
  ];
}, 120_000);
afterAll(async () => {
  await api.close();
  await mail.close();
});

interface OpenedCase {
  readonly id: string;
  readonly organisation: string;
  readonly email: string;
  readonly person: string;
}

let n = 0;

async function sendEnquiry(over: { number?: string; email?: string; name?: string } = {}): Promise<OpenedCase> {
  n += 1;
  const { number = organisationNumberOf(n), email = `kontakt${n}@sjobris.example`, name = 'Åse Ødegård' } = over;
  const { body } = await api.anonymous
    .post('/api/v1/enquiries')
    .send({
      ...enquiryBody,
      organisation: { name: 'Sjøbris', number },
      contact: { name, email, phone: '+47 900 00 000' },
    })
    .expect(201);
  const [row] = await api.dataSource.query<{ person: string; organisation: string }[]>(
    'SELECT person, organisation FROM representative WHERE case_id = $1',
    [body.id],
  );
  if (!row) throw new Error('nobody speaks in the case');
  return { id: body.id as string, email, ...row };
}

const representedBy = (person: string, on = TODAY) => representationsOf(api.dataSource.manager, person, on);
const contactsOf = (organisation: string) => `/api/v1/organisations/${organisation}/contacts`;
const storedPerson = async (id: string) =>
  (await api.dataSource.query<object[]>('SELECT name, unit, email, phone, staff FROM person WHERE id = $1', [id]))[0];
const colleagueBody = (name = 'Bjørn Ås') => ({ name, email: `kollega${(n += 1)}@sjobris.example` });

/** Signs in with a mailed link, as contacts of an organisation do. */
async function signInByLink(email: string): Promise<Agent> {
  await api.anonymous.post('/api/v1/sign-in-links').send({ email }).expect(202);
  await api.app.get(SignInLinksService).whenIdle();
  const text = (await mail.waitForMails(0)).findLast(({ to }) => to.includes(email))?.text ?? '';
  const agent = supertest.agent(await api.app.getUrl());
  await agent.post(new URL(/http\S+/.exec(text)?.[0] ?? '').pathname).expect(204);
  return agent;
}

describe('whoever writes in', () => {
  it('becomes a person outside who speaks in that case alone, whosever organisation number they wrote', async () => {
    const first = await sendEnquiry();
    const second = await sendEnquiry({ number: organisationNumberOf(n) });
    expect(second.organisation).toBe(first.organisation);
    expect(await representedBy(first.person)).toEqual([`case:${first.id}`]);
    expect(await representedBy(second.person)).toEqual([`case:${second.id}`]);
    expect(await representedBy(first.person, YESTERDAY)).toEqual([]);
    expect(first.person).toMatch(/^kontakt-[0-9a-f-]{36}$/);
    expect(await storedPerson(first.person)).toEqual({
      name: 'Åse Ødegård',
      unit: 'ekstern',
      email: first.email,
      phone: '+47 900 00 000',
      staff: false,
    });
  });

  it('is the same person with the same e-mail in other letters, and keeps their name', async () => {
    const first = await sendEnquiry();
    const second = await sendEnquiry({ email: first.email.toUpperCase(), name: 'En annen' });
    expect(second.person).toBe(first.person);
    expect(await representedBy(first.person)).toEqual([`case:${first.id}`, `case:${second.id}`].sort());
    expect(await storedPerson(first.person)).toMatchObject({ name: 'Åse Ødegård' });
    expect((await sendEnquiry({ email: 'ENTREPRENOR.01@fjordvik.example' })).person).toBe('entreprenor.01');
  });

  it('is another person than the member of staff with that e-mail, and than one who has left', async () => {
    const asStaff = await sendEnquiry({ email: 'leder.helse@fjordvik.example' });
    expect(asStaff.person).toMatch(/^kontakt-/);
    const left = await sendEnquiry();
    await api.dataSource.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [left.person]);
    expect(await representedBy(left.person)).toEqual([]);
    expect((await sendEnquiry({ email: left.email })).person).not.toBe(left.person);
  });

  it('is made once, however many times the same is sent and whoever writes at once', async () => {
    const key = randomUUID();
    const email = `${key}@sjobris.example`;
    const send = () =>
      api.anonymous
        .post('/api/v1/enquiries')
        .set('Idempotency-Key', key)
        .send({ ...enquiryBody, contact: { name: 'A', email } });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const many = await Promise.all([1, 2, 3, 4, 5].map(() => sendEnquiry({ email: `samtidig${key}@sjobris.example` })));
    expect(new Set(many.map((it) => it.person)).size).toBe(1);
    const rows = 'SELECT 1 FROM person p JOIN representative s ON s.person = p.id WHERE p.email = $1';
    expect(await api.dataSource.query(rows, [email])).toHaveLength(1);
  });

  it('through a member of staff, too; without an organisation there is nobody to speak for', async () => {
    const body = { title: 'Behov', description: 'Et behov', contact: colleagueBody() };
    const alone = await helse.post('/api/v1/collaborations').send(body).expect(201);
    const organisation = { name: 'Sjøbris' };
    const both = await helse
      .post('/api/v1/collaborations')
      .send({ ...body, organisation })
      .expect(201);
    const rows = await api.dataSource.query<{ case_id: string }[]>(
      'SELECT case_id FROM representative WHERE case_id = ANY ($1)',
      [[alone.body.id, both.body.id]],
    );
    expect(rows).toEqual([{ case_id: both.body.id }]);
  });

  it('is not read with the directory, which holds staff and those who hold a role', async () => {
    const { person: id } = await sendEnquiry();
    const { users } = await readDirectory(api.dataSource.manager, TODAY);
    expect(users.map((user) => user.id)).not.toContain(id);
    expect(users.map((user) => user.id)).toEqual(expect.arrayContaining(['admin', 'entreprenor.01', 'eier.nabo1']));
  });
});

describe('the contacts of an organisation', () => {
  it('are seen by staff who can read a case of it, and of those of one case only the ones of readable cases', async () => {
    const number = '310400106';
    const { organisation, id, email, person: who } = await sendEnquiry({ number });
    const { body } = await helse.get(contactsOf(organisation)).expect(200);
    expect(body).toEqual({
      items: [
        {
          id: expect.any(String),
          person: who,
          name: 'Åse Ødegård',
          email,
          phone: '+47 900 00 000',
          collaboration: id,
          from: TODAY,
          to: null,
          confirmed: true,
        },
      ],
      next: null,
    });
    expect((await kultur.get(contactsOf(organisation)).expect(403)).body.code).toBe('forbidden');
    const own = { title: 'Behov', description: 'Et behov', organisation: { name: 'Sjøbris', number } };
    await kultur.post('/api/v1/collaborations').send(own).expect(201);
    expect((await kultur.get(contactsOf(organisation)).expect(200)).body.items).toEqual([]);
  });

  it('are added for all cases by the front line, for one case by who works on it, and listed a page at a time', async () => {
    const { organisation, id } = await sendEnquiry();
    const saksbehandler = await api.signInAs('saksbehandler.helse');
    const whole = await (await api.signInAs('mottak')).post(contactsOf(organisation)).send(colleagueBody()).expect(201);
    expect(whole.headers['cache-control']).toBe('no-store');
    await helse.post(contactsOf(organisation)).send(colleagueBody()).expect(403);
    await (await api.signInAs('admin')).post(contactsOf(organisation)).send(colleagueBody()).expect(201);
    await saksbehandler.post(contactsOf(organisation)).send(colleagueBody()).expect(403);
    await kultur.post(contactsOf(organisation)).send(colleagueBody()).expect(403);
    const inCase = { ...colleagueBody(), collaboration: id };
    await kultur.post(contactsOf(organisation)).send(inCase).expect(403);
    const { body } = await saksbehandler.post(contactsOf(organisation)).send(inCase).expect(201);
    expect(await representedBy(body.person as string)).toEqual([`case:${id}`]);
    expect(await representedBy(whole.body.person as string)).toEqual([]);
    const again = await saksbehandler.post(contactsOf(organisation)).send(inCase).expect(201);
    expect(again.body).toEqual(body);
    const pages = [];
    for (let next: string | null = ''; next !== null; next = pages.at(-1)?.next as string | null) {
      const query = { limit: 2, ...(next && { cursor: next }) };
      pages.push((await helse.get(contactsOf(organisation)).query(query).expect(200)).body);
    }
    const items = pages.flatMap((page) => page.items as { collaboration: string | null }[]);
    expect(items.map(({ collaboration }) => collaboration)).toEqual([null, null, id, id]);
  });

  it('are added once by two who add the same at once', async () => {
    const { organisation } = await sendEnquiry();
    const same = colleagueBody();
    const answers = await Promise.all([1, 2, 3, 4].map(() => admin.post(contactsOf(organisation)).send(same)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
  });

  it('of another organisation, or of none, are not there; a foreign case neither', async () => {
    const [one, other] = [await sendEnquiry(), await sendEnquiry()];
    await helse
      .post(contactsOf(one.organisation))
      .send({ ...colleagueBody(), collaboration: other.id })
      .expect(404);
    await helse.get(contactsOf(one.organisation)).query({ collaboration: other.id }).expect(404);
    await helse.get(contactsOf(randomUUID())).expect(404);
    await helse.get(contactsOf('sjobris')).expect(404);
    const foreign = (await helse.get(contactsOf(other.organisation))).body.items[0].id as string;
    await helse.delete(`${contactsOf(one.organisation)}/${foreign}`).expect(404);
    await helse
      .post(contactsOf(one.organisation))
      .send({ ...colleagueBody(), replaces: foreign })
      .expect(422);
  });

  it('lose access the moment they are replaced or ended; what they had open reaches nothing', async () => {
    const { organisation, id, email, person: old } = await sendEnquiry();
    const session = await signInByLink(email);
    const [before] = (await helse.get(contactsOf(organisation))).body.items as { id: string }[];
    const to = { ...colleagueBody(), replaces: before?.id };
    const { body } = await helse.post(contactsOf(organisation)).send(to).expect(201);
    expect(body).toMatchObject({ collaboration: id, from: TODAY, to: null });
    expect(await representedBy(old)).toEqual([]);
    expect(await representedBy(body.person as string)).toEqual([`case:${id}`]);
    await session.get('/api/v1/me').expect(200);
    expect((await helse.post(contactsOf(organisation)).send(to).expect(201)).body).toEqual(body);
    await helse
      .post(contactsOf(organisation))
      .send({ ...colleagueBody(), replaces: before?.id })
      .expect(422);
    const one = `${contactsOf(organisation)}/${body.id}`;
    await kultur.delete(one).expect(403);
    await helse.delete(one).expect(204);
    await helse.delete(one).expect(204);
    expect(await representedBy(body.person as string)).toEqual([]);
    const log = await api.dataSource.query<object[]>(
      `SELECT by, subject, case_id, detail FROM audit_entry WHERE kind = 'contactChanged' AND case_id = $1 ORDER BY id`,
      [id],
    );
    const line = { by: 'leder.helse', case_id: id };
    expect(log).toEqual([
      { ...line, subject: body.person, detail: { organisation, contact: body.id, did: 'added' } },
      { ...line, subject: old, detail: { organisation, contact: before?.id, did: 'replaced', with: body.id } },
      { ...line, subject: body.person, detail: { organisation, contact: body.id, did: 'ended' } },
    ]);
    expect(JSON.stringify(log)).not.toContain('@');
  });

  it('change each other when they speak for all of it, and cannot when they speak in one case', async () => {
    const { organisation, email, id } = await sendEnquiry();
    const mine = await signInByLink(email);
    await mine.get(contactsOf(organisation)).expect(404);
    await mine.post(contactsOf(organisation)).send(colleagueBody()).expect(404);
    const chief = colleagueBody();
    const named = await admin.post(contactsOf(organisation)).send(chief).expect(201);
    await (await api.signInAs('mottak')).post(`${contactsOf(organisation)}/${named.body.id}/confirmation`).expect(200);
    const whole = await signInByLink(chief.email);
    const profileOf = async (agent: Agent) => (await agent.get('/api/v1/me/profile').expect(200)).body as object;
    const sjobris = { id: organisation, name: 'Sjøbris' };
    expect(await profileOf(mine)).toMatchObject({ email, organisations: [{ ...sjobris, inAllCases: false }] });
    expect(await profileOf(whole)).toMatchObject({ ...chief, organisations: [{ ...sjobris, inAllCases: true }] });
    expect(await profileOf(helse)).toMatchObject({ name: 'Leder, Helse og mestring', organisations: [] });
    const { body } = await whole.post(contactsOf(organisation)).send(colleagueBody()).expect(201);
    const next = { ...colleagueBody(), replaces: body.id as string };
    await whole.post(contactsOf(organisation)).send(next).expect(201);
    await whole
      .post(contactsOf(organisation))
      .send({ ...colleagueBody(), collaboration: id })
      .expect(201);
    expect((await whole.get(contactsOf(organisation)).expect(200)).body.items).toHaveLength(4);
    const other = await sendEnquiry();
    await whole.get(contactsOf(other.organisation)).expect(404);
    await whole
      .post(contactsOf(organisation))
      .send({ ...colleagueBody(), collaboration: other.id })
      .expect(404);
    await whole.post(`${contactsOf(organisation)}/${body.id}/link`).expect(403);
    await whole.get('/api/v1/organisations').expect(403);
  });

  it('reach their own case, nothing else, and it no more once they have ended', async () => {
    const { email, id, organisation } = await sendEnquiry();
    const other = await sendEnquiry();
    const mine = await signInByLink(email);
    const reached = async (): Promise<string[]> =>
      ((await mine.get('/api/v1/collaborations').expect(200)).body.items as OpenedCase[]).map((item) => item.id);
    expect(await reached()).toEqual([id]);
    await mine.get(`/api/v1/collaborations/${id}`).expect(200);
    await mine.get(`/api/v1/collaborations/${other.id}`).expect(404);
    expect((await mine.get('/api/v1/handovers').expect(200)).body.items).toEqual([]);
    await mine.get('/api/v1/letters').expect(200);
    await mine.get('/api/v1/me/work').expect(200);
    const need = { title: 'Behov', description: 'Et behov' };
    expect((await mine.post('/api/v1/collaborations').send(need).expect(403)).body.code).toBe('forbidden');
    const [contact] = (await helse.get(contactsOf(organisation))).body.items as OpenedCase[];
    await helse.delete(`${contactsOf(organisation)}/${contact?.id}`).expect(204);
    expect(await reached()).toEqual([]);
    await mine.get(`/api/v1/collaborations/${id}`).expect(404);
    await mine.post('/api/v1/sign-out').expect(204);
    await mine.get('/api/v1/me').expect(401);
  });

  it('get a link when staff with the case ask for it, three at a time', async () => {
    const { organisation, email, person: who } = await sendEnquiry();
    const [contact] = (await helse.get(contactsOf(organisation))).body.items as { id: string }[];
    const link = `${contactsOf(organisation)}/${contact?.id}/link`;
    await kultur.post(link).expect(403);
    await helse.post(`${contactsOf(organisation)}/${randomUUID()}/link`).expect(404);
    await helse.post(link).send({ to: 'noen@annet.example' }).expect(400);
    for (let times = 0; times < 3; times += 1) await helse.post(link).expect(202);
    expect((await helse.post(link).expect(429)).body).toMatchObject({ code: 'slow-down' });
    await api.app.get(SignInLinksService).whenIdle();
    expect((await mail.waitForMails(0)).filter(({ to }) => to.includes(email))).toHaveLength(3);
    const asked = `SELECT 1 FROM audit_entry WHERE kind = 'linkAsked' AND by = 'leder.helse' AND subject = $1`;
    expect(await api.dataSource.query(asked, [who])).toHaveLength(4);
    await helse.delete(`${contactsOf(organisation)}/${contact?.id}`).expect(204);
    await helse.post(link).expect(404);
  });

  it('are taken in the shape they should have, and in no other', async () => {
    const { organisation } = await sendEnquiry();
    const good = colleagueBody();
    const wrong = [{}, { name: 'A' }, { ...good, email: 'nei' }, { ...good, staff: true }, { ...good, replaces: 'x' }];
    for (const body of [...wrong, { ...good, collaboration: 1 }, { ...good, name: '\u0000' }, { ...good, name: ' ' }]) {
      expect((await helse.post(contactsOf(organisation)).send(body)).status).toBe(400);
    }
    for (const query of ['?limit=0', '?limit=x', '?cursor=x', '?who=me', '?collaboration=x']) {
      expect((await helse.get(`${contactsOf(organisation)}${query}`)).status).toBe(400);
    }
    const forged = Buffer.from(JSON.stringify(['case', 'x'])).toString('base64url');
    await helse.get(`${contactsOf(organisation)}?cursor=${forged}`).expect(400);
    await helse.delete(`${contactsOf(organisation)}/x`).expect(404);
    await api.anonymous.get(contactsOf(organisation)).expect(401);
  });
});

describe('speaking for an organisation', () => {
  it('holds on its first and last day, and on none outside', async () => {
    const { organisation } = await sendEnquiry();
    const { manager } = api.dataSource;
    const given = { contact: colleagueBody(), organisation, caseId: null, from: '2027-03-01', confirmedBy: 'admin' };
    const id = await addRepresentative(manager, given);
    await manager.query(`UPDATE representative SET to_on = '2027-03-31' WHERE id = $1`, [id]);
    const [{ person: who } = { person: '' }] = await manager.query<{ person: string }[]>(
      'SELECT person FROM representative WHERE id = $1',
      [id],
    );
    const held = await Promise.all(
      ['2027-02-28', '2027-03-01', '2027-03-31', '2027-04-01'].map((on) => representedBy(who, on)),
    );
    expect(held.map(({ length }) => length)).toEqual([0, 1, 1, 0]);
  });
});
