import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fold } from '#domain/case/evolve.js';
import { TABLE_GRANTS } from '#infra/up/postgres/table-grants.js';
import { toCaseEvent, eventHash, EventTable } from '#store/cases/history/event-table.js';
import { ERASURE_RULES } from '#store/privacy/erase-person.js';
import { referencesToPeople } from '#store/privacy/personal-rows.js';
import { storeFile } from '#support/case-documents.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { columnsContaining, textInTemporal } from '#support/stored-text.js';

/** Unique strings, entered wherever text can be entered and searched for wherever it could be stored. */
const NAME = 'Quentilda Zyxwerth';
const EMAIL = 'qz.unik@zyxfirma.example';
const PHONE = '+47 987 65 123';
const NEEDLES = ['Quentilda', 'Zyxwerth', 'qz.unik@', '98765123', '987 65 123', '98 76 51 23'];
const PERSON = 'p-5f2c';

let api: TestApi;
let officer: Agent;
let handler: Agent;
let caseId: string;
let statusPath: string;

const path = () => `/api/v1/collaborations/${caseId}`;

async function submit(agent: Agent, body: object): Promise<void> {
  const answer = await agent.post(`${path()}/commands`).send(body);
  if (answer.status !== 200)
    throw new Error(`${JSON.stringify(body)}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

beforeAll(async () => {
  api = await startTestApi();
  const { dataSource } = api;
  await dataSource.query(
    "INSERT INTO person (id, name, unit, email, phone, staff) VALUES ($1, $2, 'ekstern', $3, $4, false)",
    [PERSON, NAME, EMAIL, PHONE],
  );
  await dataSource.query("INSERT INTO role_grant VALUES ($1, 'entreprenor', 'ekstern', '2020-01-01', NULL)", [PERSON]);
  const sent = await api.anonymous
    .post('/api/v1/enquiries')
    .send({
      organisation: { name: 'Firmaet AS', number: '310400017' },
      contact: { name: NAME, email: EMAIL.toUpperCase(), phone: PHONE },
      title: `Turgruppe (${NAME})`,
      description: `${NAME.toUpperCase()} vil starte noe. Ring 98765123 eller skriv til ${EMAIL}.`,
      area: 'helse-og-mestring',
      channel: 'web',
    })
    .expect(201);
  caseId = sent.body.id as string;
  statusPath = new URL(sent.body.statusUrl as string).pathname;

  const [{ organisation } = { organisation: '' }] = await dataSource.query<{ organisation: string }[]>(
    'SELECT organisation FROM enquiry WHERE id = $1',
    [caseId],
  );
  await dataSource.query('INSERT INTO representative VALUES ($1, $2, $3, $4, $5, NULL)', [
    randomUUID(),
    PERSON,
    organisation,
    caseId,
    '2027-01-01',
  ]);
  await dataSource.query("INSERT INTO absence VALUES ($1, '2027-01-01', '2027-01-31', NULL)", [PERSON]);

  officer = await api.signInAs('personvern');
  handler = await api.signInAs('saksbehandler.helse');
  const manager = await api.signInAs('leder.helse');
  await submit(manager, { type: 'assignOwner', owner: 'saksbehandler.helse' });
  await submit(handler, { type: 'nameDeputy', deputy: 'saksbehandler2.helse' });
  await submit(handler, { type: 'changeContact', contact: 'saksbehandler2.helse', note: `${NAME} har fått nummeret.` });
  await submit(handler, { type: 'changeContact', contact: 'saksbehandler.helse', note: 'Og så er det meg igjen.' });
  await submit(handler, {
    type: 'registerFact',
    fact: 'meetingHeld',
    data: { note: `Møtte ${NAME}s team, tlf 98 76 51 23` },
  });
  const { body: timeline } = await handler.get(`${path()}/events`);
  const { seq } = (timeline.items as { seq: number; type: string }[]).find(({ type }) => type === 'factRegistered') ?? {
    seq: 0,
  };
  await submit(handler, {
    type: 'correctFact',
    event: seq,
    data: { note: 'Rettet' },
    reason: `Zyxwerth, Quentilda sa fra`,
  });
  await submit(handler, { type: 'waiveItem', item: 'profileComplete', reason: `${NAME} har ikke profil` });
  await submit(handler, {
    type: 'draftHandover',
    purpose: 'TRANSFER',
    receivers: [{ unit: 'nav', person: 'saksbehandler.nav' }],
    package: { firstStep: `Ring ${NAME}`, status: ['Enkel', `Skriv til ${EMAIL}`], contacts: { none: PHONE } },
  });
  await submit(handler, { type: 'sendHandover' });
  const receiver = await api.signInAs('saksbehandler.nav');
  await submit(receiver, { type: 'returnHandover', gaps: [`Avklar med ${NAME}`] });
  const note = { text: `${NAME} ringte fra 98 76 51 23`, visibility: 'SHARED' };
  await handler.post(`${path()}/notes`).send(note).expect(201);
  const message = { text: `Hilsen ${NAME}, ${EMAIL}` };
  const outside = await api.signInAs(PERSON);
  await outside.post(`${path()}/messages`).send(message).expect(201);
  const file = () => storeFile(api, { caseId, by: PERSON, name: `${NAME}.pdf` });
  const paper = { file: await file(), title: `Attest for ${NAME}`, kind: 'CERTIFICATE' };
  const { body: document } = await outside.post(`${path()}/documents`).send(paper).expect(201);
  const papers = `${path()}/documents/${(document as { id: string }).id}`;
  await outside
    .post(`${papers}/versions`)
    .send({ file: await file(), note: `Ring ${NAME}` })
    .expect(201);
  await outside
    .post(`${papers}/withdraw`)
    .send({ reason: `Gjaldt ${NAME}` })
    .expect(200);
}, 180_000);
afterAll(() => api.close());

const NO_PAPERS = { file: 0, document: 0, withdrawal: 0, documentVersion: 0 };

describe("a person's words", () => {
  it('are in Postgres, in places that are written down, and nowhere in the history of events', async () => {
    const places = await columnsContaining(api.dataSource, NEEDLES);
    const documented = readFileSync('docs/privacy.md', 'utf8');
    for (const place of [...places, ...Object.keys(ERASURE_RULES)]) {
      const [table = '', column = ''] = place.split('.');
      const line = documented.split('\n').find((it) => it.startsWith(`| \`${table}.`) && it.includes(column));
      expect({ place, isWrittenDown: line !== undefined }).toEqual({ place, isWrittenDown: true });
    }
    expect(places).toEqual([
      'collaboration.title',
      'document.title',
      'document.withdrawn_reason',
      'document_version.note',
      'enquiry.contact_email',
      'enquiry.contact_name',
      'enquiry.contact_phone',
      'enquiry.description',
      'enquiry.title',
      'file.name',
      'message.body',
      'note.body',
      'person.email',
      'person.name',
      'person.phone',
      'search_text.text',
      'search_text.words',
      'search_word.word',
      'text.body',
    ]);
  });

  it('have a place written down for every table there is, if only that it holds nothing of people', async () => {
    const documented = readFileSync('docs/privacy.md', 'utf8');
    const tables = Object.keys(TABLE_GRANTS).filter((table) => !documented.includes(`\`${table}`));
    // A new table: say in docs/privacy.md what it holds of people, or that it holds nothing.
    expect({ notInPrivacyMd: tables }).toEqual({ notInPrivacyMd: [] });
  });

  it('are nowhere in Temporal, which is looked through to the ground', async () => {
    if (!api.temporal) throw new Error('this needs a Temporal');
    const words = (await textInTemporal(api.temporal)).toLowerCase();
    // In the deflated input of the start, in an update and in an activity.
    for (const known of ['contactanddeputy', 'saksbehandler2.helse', caseId, 'factcorrected'])
      expect(words).toContain(known);
    for (const needle of NEEDLES) expect(words).not.toContain(needle.toLowerCase());
  });
});

describe('what is held of a person', () => {
  const data = async (agent: Agent, person: string) =>
    (await agent.get(`/api/v1/people/${person}/personal-data`).expect(200).expect('cache-control', 'no-store')).body;

  it('is given to themselves, the privacy officer and the administrator only', async () => {
    await api.anonymous.get(`/api/v1/people/${PERSON}/personal-data`).expect(401);
    for (const user of ['saksbehandler.helse', 'controller', 'entreprenor.01'])
      await (await api.signInAs(user)).get(`/api/v1/people/${PERSON}/personal-data`).expect(403);
    const admin = await api.signInAs('admin');
    for (const nobody of ['nobody', '%00', 'a%00b', 'x'.repeat(300), "';--", '%E2%80%AE'])
      await admin.get(`/api/v1/people/${nobody}/personal-data`).expect(404);
    await officer.get(`/api/v1/people/${PERSON}/personal-data?x=1`).expect(400);
  });

  it('is all of it, for the one who asks about themselves, and is logged', async () => {
    const self = await api.signInAs(PERSON);
    const all = await data(self, PERSON);
    expect(all.person).toMatchObject({ id: PERSON, name: NAME, email: EMAIL, phone: PHONE });
    expect(Object.keys(all.registers as object).sort()).toEqual([
      'absence.person',
      'document.by',
      'document.withdrawn_by',
      'document_version.by',
      'file.by',
      'message.by',
      'representative.person',
      'role_grant.person',
      'session.person',
    ]);
    expect(Object.keys((all.registers as Record<string, object[]>)['session.person']?.[0] ?? {})).not.toContain('hash');
    expect(all.enquiries).toMatchObject([{ id: caseId, contactName: NAME }]);
    expect(JSON.stringify(all.enquiries)).not.toMatch(/hash/i);
    const logged = (all.audit as { kind: string }[]).filter(({ kind }) => kind === 'personalDataExported');
    expect(logged).toMatchObject([{ by: PERSON, subject: PERSON }]);
  });

  it('is for staff what they did, wrote and are party to', async () => {
    const all = await data(officer, 'saksbehandler.helse');
    expect(all.collaborations).toMatchObject([{ id: caseId, as: ['owner', 'contact', 'party'], open: true }]);
    expect((all.acts as { type: string }[]).map(({ type }) => type)).toContain('contactChanged');
    expect((all.texts as { body: unknown }[]).map(({ body }) => body)).toContain(`${NAME} har fått nummeret.`);
    expect(JSON.stringify(all.texts)).not.toContain('Avklar med');
  });
});

describe('the erasure of a person', () => {
  const erase = (agent: Agent, person: string, dryRun = false) =>
    agent.post(`/api/v1/people/${person}/erasure`).send({ dryRun });

  it('has a fate for every column that refers to a person', async () => {
    const columns = (await referencesToPeople(api.dataSource.manager)).map(({ table, column }) => `${table}.${column}`);
    // A new one: say in libs/store/src/schema.ts what becomes of its rows.
    expect({ withoutAFate: columns.filter((column) => !Object.hasOwn(ERASURE_RULES, column)) }).toEqual({
      withoutAFate: [],
    });
    expect({ thatIsNotThere: Object.keys(ERASURE_RULES).filter((it) => !columns.includes(it)) }).toEqual({
      thatIsNotThere: [],
    });
  });

  it('is done by the privacy officer and the administrator, of somebody who is there', async () => {
    for (const user of ['leder.helse', 'controller', PERSON])
      await erase(await api.signInAs(user), PERSON, true).expect(403);
    await erase(officer, 'nobody').expect(404);
    await officer.post(`/api/v1/people/${PERSON}/erasure`).send({}).expect(400);
    await officer.post(`/api/v1/people/${PERSON}/erasure`).send({ dryRun: 'no' }).expect(400);
    await officer.post(`/api/v1/people/${PERSON}/erasure`).send({ dryRun: true, why: 'x' }).expect(400);
  });

  it('is refused for staff who work here and hold something, and for the owner of an open case', async () => {
    const refused = await erase(officer, 'saksbehandler.helse', true).expect(409);
    expect(refused.body).toMatchObject({ code: 'held', detail: expect.stringContaining('sakene 2027-0001 og') });
    await api.dataSource.query("UPDATE person SET deactivated_at = now() WHERE id = 'saksbehandler.helse'");
    await erase(officer, 'saksbehandler.helse', true).expect(409);
    await api.dataSource.query("UPDATE person SET deactivated_at = NULL WHERE id = 'saksbehandler.helse'");
    expect((await erase(officer, 'jurist', true).expect(409)).body.detail).toContain('en rolle');
    await api.dataSource.query("UPDATE person SET deactivated_at = now() WHERE id = 'jurist'");
    await erase(officer, 'jurist', true).expect(200);
    await api.dataSource.query("UPDATE person SET deactivated_at = NULL WHERE id = 'jurist'");
  });

  it('tells beforehand what it would change, and changes nothing', async () => {
    const before = await columnsContaining(api.dataSource, NEEDLES);
    const { body } = await erase(officer, PERSON, true).expect(200);
    expect(body).toMatchObject({
      person: PERSON,
      dryRun: true,
      changed: {
        person: 1,
        session: 3,
        absence: 1,
        role_grant: 1,
        representative: 2,
        enquiry: 1,
        title: 1,
        text: 7,
        note: 1,
        message: 1,
        file: 2,
        document: 1,
        withdrawal: 1,
        documentVersion: 1,
      },
    });
    expect(await columnsContaining(api.dataSource, NEEDLES)).toEqual(before);
    await handler.get(path()).expect(200);
    await api.anonymous.get(statusPath).expect(200);
  });

  it('takes them out of all of Postgres and leaves the facts of the case', async () => {
    const { manager } = api.dataSource;
    const history = async () => {
      const rows = await manager.find(EventTable, { where: { caseId }, order: { seq: 'ASC' } });
      for (const row of rows) expect(eventHash(toCaseEvent(row))).toBe(row.hash);
      return { hashes: rows.map(({ hash }) => hash), state: fold(rows.map(toCaseEvent)) };
    };
    const before = await history();
    const { body } = await erase(officer, PERSON).expect(200);
    expect(body.changed).toMatchObject({ person: 1, text: 7, note: 1, message: 1, enquiry: 1 });

    expect(await columnsContaining(api.dataSource, NEEDLES)).toEqual([]);
    if (api.temporal) for (const needle of NEEDLES) expect(await textInTemporal(api.temporal)).not.toContain(needle);
    expect(await history()).toEqual(before);
    const [view] = await manager.query<{ body: unknown }[]>('SELECT body FROM collaboration WHERE id = $1', [caseId]);
    expect(view?.body).toEqual(before.state);

    const { body: shown } = await handler.get(path()).expect(200);
    expect(shown).toMatchObject({
      title: 'Turgruppe ([slettet])',
      description: '[slettet] vil starte noe. Ring [slettet] eller skriv til [slettet].',
      organisation: { name: 'Firmaet AS' },
      enquirer: { name: '[slettet]' },
    });
    const { body: timeline } = await handler.get(`${path()}/events`).expect(200);
    const said = JSON.stringify(timeline.items);
    for (const kept of [
      'Møtte [slettet] team, tlf [slettet]',
      '[slettet] sa fra',
      '"status":["Enkel"',
      'Avklar med [slettet]',
    ])
      expect(said).toContain(kept);
    await api.anonymous.get(statusPath).expect(404);
    const [row] = await manager.query<object[]>('SELECT name, email, phone, version FROM person WHERE id = $1', [
      PERSON,
    ]);
    expect(row).toEqual({ name: 'Slettet person', email: null, phone: null, version: 2 });
  });

  it('is in the log by ids and figures alone, and a second time changes nothing', async () => {
    const again = await erase(officer, PERSON).expect(200);
    expect(Object.values(again.body.changed as Record<string, number>).every((rows) => rows === 0)).toBe(true);
    const { body } = await (await api.signInAs('admin')).get('/api/v1/audit?kind=personErased').expect(200);
    expect(body.items).toMatchObject([{ by: { id: 'personvern' }, subject: { id: PERSON, name: 'Slettet person' } }]);
  });

  it('is not undone by editing: nobody erased comes back or gets a name again', async () => {
    const admin = await api.signInAs('admin');
    const at = `/api/v1/people/${PERSON}`;
    for (const change of [{ active: true }, { name: NAME }, { email: EMAIL }, { phone: PHONE }]) {
      const answer = await admin.patch(at).set('If-Match', '*').send(change).expect(409);
      expect(answer.body).toMatchObject({ code: 'already-closed', detail: 'Personen er slettet for godt.' });
    }
    const csv = `id;navn;enhet;ansatt\n${PERSON};${NAME};ekstern;nei\n`;
    const { body: sheet } = await admin.post('/api/v1/people/import').send({ csv, dryRun: false }).expect(200);
    expect(sheet).toMatchObject({ written: false, rows: [{ outcome: 'REFUSED', code: 'already-closed' }] });
    expect((await admin.get(at).expect(200)).body).toMatchObject({ name: 'Slettet person', active: false });
  });

  it('lets the case go on', async () => {
    await submit(handler, { type: 'waiveItem', item: 'fitAssessed', reason: 'Avklart uten.' });
  });
});

describe('the erasure of a contact by their case', () => {
  it('takes them out of the register, the enquiry and all words', async () => {
    const contact = { name: 'Ferdinox Praltokk', email: 'ferdinox@praltokk.example', phone: '22 33 44 55' };
    const needles = ['Ferdinox', 'Praltokk', '22334455', '22 33 44 55'];
    const { body: sent } = await api.anonymous
      .post('/api/v1/enquiries')
      .send({
        organisation: { name: 'Laget' },
        contact,
        title: 'Idé',
        description: `Jeg, ${contact.name}, har en idé.`,
      })
      .expect(201);
    const { body: other } = await handler
      .post('/api/v1/collaborations')
      .send({ title: 'Samtale med Ferdinox Praltokk', description: 'Ring 22334455' })
      .expect(201);
    const erase = (agent: Agent, dryRun: boolean) =>
      agent.post(`/api/v1/collaborations/${sent.id}/contact-erasure`).send({ dryRun });

    await erase(await api.signInAs('leder.helse'), false).expect(403);
    await officer.post(`/api/v1/collaborations/${randomUUID()}/contact-erasure`).send({ dryRun: true }).expect(404);
    const tried = await erase(officer, true).expect(200);
    const done = await erase(officer, false).expect(200);
    expect(done.body).toEqual({ ...tried.body, dryRun: false });
    expect(done.body).toMatchObject({
      person: expect.any(String),
      changed: { person: 1, title: 1, text: 1, enquiry: 2 },
    });
    expect(await columnsContaining(api.dataSource, needles)).toEqual([]);
    const { body: shown } = await handler.get(`/api/v1/collaborations/${other.id}`).expect(200);
    expect(shown).toMatchObject({ title: 'Samtale med [slettet]', description: 'Ring [slettet]' });
    const again = await erase(officer, false).expect(200);
    expect(again.body.changed).toEqual({
      title: 0,
      text: 0,
      note: 0,
      message: 0,
      ...NO_PAPERS,
      searchText: 0,
      enquiry: 0,
    });
  });

  it('works for one who is in no register, and leaves staff with the same address', async () => {
    const contact = { name: 'Ossivar Trenk', email: 'ossivar@trenk.example' };
    const { body: sent } = await api.anonymous
      .post('/api/v1/enquiries')
      .send({ organisation: { name: 'Laget' }, contact, title: 'Idé', description: 'Fra Ossivar Trenk.' })
      .expect(201);
    const { manager } = api.dataSource;
    await manager.query("UPDATE person SET name = 'En annen', email = NULL WHERE email = $1", [contact.email]);
    await manager.query("UPDATE person SET email = $1 WHERE id = 'evaluator'", [contact.email]);
    const { body } = await officer
      .post(`/api/v1/collaborations/${sent.id}/contact-erasure`)
      .send({ dryRun: false })
      .expect(200);
    expect(body).toEqual({
      collaboration: sent.id,
      person: 'evaluator',
      dryRun: false,
      changed: { title: 0, text: 0, note: 0, message: 0, ...NO_PAPERS, searchText: 1, enquiry: 1 },
    });
    expect(await columnsContaining(api.dataSource, ['Ossivar', 'Trenk'])).toEqual(['person.email']);
  });
});
