import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { SignInLinksService } from '#api/access/links/sign-in-links.service.js';
import { demoUnits } from '#infra/demo/municipality.js';
import { representationsOf } from '#store/organisations/representatives.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { startTestMail } from '#support/test-mail.js';
import type { TestMail } from '#support/test-mail.js';

/** Who opens a case, and who comes to speak for a whole organisation: never somebody alone, and never by a number alone. */
const CASES = '/api/v1/collaborations';
const TODAY = '2027-02-01';

let mail: TestMail;
let api: TestApi;
let mottak: Agent;
let admin: Agent;
beforeAll(async () => {
  mail = await startTestMail();
  api = await startTestApi({ temporal: 'down', smtp: mail.smtpUrl });
  [mottak, admin] = [await api.signInAs('mottak'), await api.signInAs('admin')];
}, 120_000);
afterAll(async () => {
  await api.close();
  await mail.close();
});

let n = 0;
const mailbox = (name: string) => ({ name, email: `post${(n += 1)}@havgap.example` });
const need = (over: object = {}) => ({ title: 'Behov', description: 'Et behov', ...over });
const contactsOf = (organisation: string) => `/api/v1/organisations/${organisation}/contacts`;
const represented = (person: string) => representationsOf(api.dataSource.manager, person, TODAY);

interface Named {
  readonly id: string;
  readonly person: string;
  readonly confirmed: boolean;
}
const nameBy = async (agent: Agent, organisation: string, body: object): Promise<Named> =>
  (await agent.post(contactsOf(organisation)).send(body).expect(201)).body as Named;
const confirmBy = (agent: Agent, organisation: string, { id }: Named) =>
  agent.post(`${contactsOf(organisation)}/${id}/confirmation`);

async function sendEnquiry(
  number: string,
  contact = mailbox('Kontakt'),
): Promise<{ id: string; organisation: string }> {
  const body = { ...enquiryBody, organisation: { name: 'Havgap AS', number }, contact };
  const { id } = (await api.anonymous.post('/api/v1/enquiries').send(body).expect(201)).body as { id: string };
  const [row] = await api.dataSource.query<{ organisation: string }[]>(
    'SELECT organisation FROM collaboration WHERE id = $1',
    [id],
  );
  return { id, organisation: row?.organisation ?? '' };
}

async function signInByLink(email: string): Promise<Agent> {
  await api.anonymous.post('/api/v1/sign-in-links').send({ email }).expect(202);
  await api.app.get(SignInLinksService).whenIdle();
  const text = (await mail.waitForMails(0)).findLast(({ to }) => to.includes(email))?.text ?? '';
  const agent = supertest.agent(api.url);
  await agent.post(new URL(/http\S+/.exec(text)?.[0] ?? '').pathname).expect(204);
  return agent;
}

/** An organisation with somebody who speaks for all of it. */
async function withSpeaker(number: string): Promise<{ organisation: string; speaker: Agent; first: Named }> {
  const { organisation } = await sendEnquiry(number);
  const chief = mailbox('Daglig leder');
  const first = await nameBy(mottak, organisation, chief);
  await confirmBy(admin, organisation, first).expect(200);
  return { organisation, first, speaker: await signInByLink(chief.email) };
}

/** Reads a case as the pages of the portal do, which show staff what the entrepreneur sees, and all others what they see themselves. */
async function readAsThePages(agent: Agent, id: string): Promise<void> {
  const { staff } = (await agent.get('/api/v1/me').expect(200)).body as { staff: boolean };
  const { items } = (await agent.get(CASES).expect(200)).body as { items: { id: string }[] };
  expect(items.map((it) => it.id)).toContain(id);
  const as = staff ? '?as=entrepreneur' : '';
  for (const part of [as, `/events${as}`, '/deadlines', '/messages', '/documents'])
    await agent.get(`${CASES}/${id}${part}`).expect(200);
}

describe('a case', () => {
  const holdsCases = new Set(demoUnits.filter((it) => it.holdsCases).map(({ id }) => id));

  it('is opened by those who have cases in its unit and by the front line, by no other employee', async () => {
    for (const user of ['politikk', 'redaktor', 'mentor.helse', 'pilotleder.helse', 'evaluator', 'controller', 'admin'])
      expectRefusal(await (await api.signInAs(user)).post(CASES).send(need()), 403, 'forbidden');
    for (const user of ['saksbehandler.helse', 'leder.helse', 'kommunalsjef.velferd', 'mottak'])
      await (
        await api.signInAs(user)
      )
        .post(CASES)
        .send(need({ unit: 'helse' }))
        .expect(201);
    expect(holdsCases.has('nav')).toBe(true);
    for (const body of [need({ unit: 'nav' }), need({ area: 'kultur-og-fritid' })])
      expectRefusal(await (await api.signInAs('saksbehandler.helse')).post(CASES).send(body), 403, 'forbidden');
  });

  it('that one has opened oneself gives no right over the organisation whose number one wrote', async () => {
    const number = '310405019';
    const own = await api.signInAs('saksbehandler.kultur');
    await own
      .post(CASES)
      .send(need({ organisation: { name: 'Havgap', number } }))
      .expect(201);
    const { id, organisation } = await sendEnquiry(number);
    expectRefusal(await own.post(contactsOf(organisation)).send(mailbox('Meg selv')), 403, 'forbidden');
    expectRefusal(
      await own.post(contactsOf(organisation)).send({ ...mailbox('Meg selv'), collaboration: id }),
      404,
      'not-found',
    );
    expect(await api.dataSource.query('SELECT 1 FROM representative WHERE case_id IS NULL')).toEqual([]);
  });
});

describe('whoever comes from outside without a role', () => {
  it('reads the case as the pages do: who sent the idea by the public form, who was added to it, and staff as she does', async () => {
    const contact = mailbox('Kari Nordmann');
    const { id, organisation } = await sendEnquiry('310405086', contact);
    const sent = await signInByLink(contact.email);
    await readAsThePages(sent, id);
    const other = mailbox('Nina Ny');
    await nameBy(mottak, organisation, { ...other, collaboration: id });
    await readAsThePages(await signInByLink(other.email), id);
    await readAsThePages(mottak, id);
  });
});

describe('who speaks for a whole organisation', () => {
  it('is named by the front line or an administrator, and reaches nothing until somebody else has confirmed it', async () => {
    const { id, organisation } = await sendEnquiry('310405027');
    for (const user of ['leder.helse', 'kommunalsjef.velferd', 'kommunedirektor', 'saksbehandler.helse'])
      expectRefusal(
        await (await api.signInAs(user)).post(contactsOf(organisation)).send(mailbox('X')),
        403,
        'forbidden',
      );
    const named = await nameBy(mottak, organisation, mailbox('Daglig leder'));
    expect(named.confirmed).toBe(false);
    expect(await represented(named.person)).toEqual([]);
    expectRefusal(await mottak.post(`${contactsOf(organisation)}/${named.id}/link`), 409, 'held');
    expectRefusal(await confirmBy(mottak, organisation, named), 403, 'same-person');
    expectRefusal(await confirmBy(await api.signInAs('leder.helse'), organisation, named), 403, 'forbidden');
    const { body } = await confirmBy(admin, organisation, named).expect(200);
    expect(body).toMatchObject({ id: named.id, confirmed: true, collaboration: null });
    await confirmBy(admin, organisation, named).expect(200);
    expect(await represented(named.person)).toEqual([`org:${organisation}`]);
    const log = await api.dataSource.query<object[]>(
      `SELECT by, detail->>'did' AS did FROM audit_entry WHERE kind = 'contactChanged' AND subject = $1 ORDER BY id`,
      [named.person],
    );
    expect(log).toEqual([
      { by: 'mottak', did: 'added' },
      { by: 'admin', did: 'confirmed' },
    ]);
    expect(id).not.toBe('');
  });

  it('is confirmed by those who do so already, once there is one', async () => {
    const { organisation, speaker } = await withSpeaker('310405035');
    const second = await nameBy(mottak, organisation, mailbox('Styreleder'));
    expectRefusal(await confirmBy(admin, organisation, second), 409, 'held');
    expect((await confirmBy(speaker, organisation, second).expect(200)).body).toMatchObject({ confirmed: true });
    const third = await nameBy(speaker, organisation, mailbox('Kasserer'));
    expect([third.confirmed, await represented(third.person)]).toEqual([true, [`org:${organisation}`]]);
    const elsewhere = await sendEnquiry('310405043');
    const named = await nameBy(admin, elsewhere.organisation, mailbox('Fremmed'));
    expectRefusal(await confirmBy(speaker, elsewhere.organisation, named), 404, 'not-found');
  });

  it('is told of every new case in its name, and nobody is when there is nobody to tell', async () => {
    const number = '310405051';
    const { organisation, speaker } = await withSpeaker(number);
    const { id } = await sendEnquiry(number);
    const own = await api.signInAs('saksbehandler.kultur');
    const opened = await own
      .post(CASES)
      .send(need({ organisation: { name: 'Havgap', number } }))
      .expect(201);
    const letters = (await speaker.get('/api/v1/letters?limit=100').expect(200)).body.items as {
      collaboration: string;
      template: string;
      to: { name: string };
    }[];
    const told = letters.filter(({ template }) => template === 'enquiryReceived.speakers');
    expect(told.map((it) => it.collaboration).sort()).toEqual([id, opened.body.id].sort());
    expect(new Set(told.map(({ to }) => to.name))).toEqual(new Set(['De som taler for organisasjonen']));
    await sendEnquiry('310405078');
    const rows = await api.dataSource.query<{ organisation: string }[]>(
      `SELECT DISTINCT c.organisation FROM outbox_message m JOIN collaboration c ON c.id = m.case_id WHERE slot = 'speakers'`,
    );
    expect(rows).toEqual([{ organisation }]);
  });
});
