import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { expectRefusal } from '#support/expect-refusal.js';

/** Domain time stands at 1 February 2027. */
let api: TestApi;
let admin: Agent;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
  admin = await api.signInAs('admin');
}, 120_000);
afterAll(() => api.close());

interface Row {
  readonly line: number;
  readonly outcome: string;
  readonly person?: string;
  readonly did: readonly string[];
  readonly code?: string;
  readonly column?: string;
  readonly why?: string;
}
interface Report {
  readonly written: boolean;
  readonly rows: readonly Row[];
}

async function importCsv(csv: string, { dryRun = false, key = String(randomUUID()) } = {}): Promise<Report> {
  const answer = await admin.post('/api/v1/people/import').set('Idempotency-Key', key).send({ csv, dryRun });
  expect({ status: answer.status, detail: answer.body.detail }).toEqual({ status: 200 });
  return answer.body as Report;
}

const outcomes = ({ rows }: Report): string[] => rows.map(({ outcome }) => outcome);
const refusals = ({ rows }: Report) =>
  rows.filter(({ outcome }) => outcome === 'REFUSED').map(({ line, column, code }) => [line, column, code]);
const rowCount = async (table: string): Promise<number> =>
  Number((await api.dataSource.query<{ count: string }[]>(`SELECT count(*) FROM ${table}`))[0]?.count);

const norwegian = [
  '\ufeffNavn;E-post;Telefon;Enhet;Overordnet;Rolle;Fra;Til;Ansatt',
  ';;;Sjøfolk og ære;Velferd;;;;',
  '"Øyen; Åse";åse.øyen@fjordvik.example;+47 55 50 11 22;Sjøfolk og ære;;Leder;1.1.2027;;ja',
  '"Øyen; Åse";åse.øyen@fjordvik.example;;Sjøfolk og ære;;saksbehandler;2027-02-01;2027-12-31;',
  '"Bjørn ""Bjønn"" Ræder";;;kultur;;pilotleder;;;',
].join('\r\n');

describe('a sheet in bokmål', () => {
  it('says in a dry run what it would do, and writes nothing', async () => {
    const before = [await rowCount('person'), await rowCount('unit'), await rowCount('audit_entry')];
    const report = await importCsv(norwegian, { dryRun: true });
    expect(report.written).toBe(false);
    expect(report.rows.map(({ line, outcome, did }) => [line, outcome, ...did])).toEqual([
      [2, 'CREATED', 'UNIT_ADDED'],
      [3, 'CREATED', 'PERSON_ADDED', 'ROLE_GIVEN'],
      [4, 'CHANGED', 'ROLE_GIVEN'],
      [5, 'CREATED', 'PERSON_ADDED', 'ROLE_GIVEN'],
    ]);
    expect([await rowCount('person'), await rowCount('unit'), await rowCount('audit_entry')]).toEqual(before);
  });

  it('is taken in as a whole, and changes nothing when it comes again', async () => {
    const report = await importCsv(norwegian);
    expect(report.written).toBe(true);
    const person = report.rows[1]?.person;
    const { body } = await admin.get(`/api/v1/people/${person}`).expect(200);
    expect(body).toMatchObject({
      name: 'Øyen; Åse',
      email: 'åse.øyen@fjordvik.example',
      phone: '+47 55 50 11 22',
      unit: 'sjofolk-og-aere',
      staff: true,
      roles: [
        { role: 'leder', unit: 'sjofolk-og-aere' },
        { role: 'saksbehandler', unit: 'sjofolk-og-aere' },
      ],
    });
    const log = await api.dataSource.query<{ kind: string }[]>(
      'SELECT kind FROM audit_entry WHERE subject = $1 ORDER BY kind',
      [person],
    );
    expect(log.map(({ kind }) => kind)).toEqual(['personChanged', 'roleChanged', 'roleChanged']);
    const before = await rowCount('audit_entry');
    expect(outcomes(await importCsv(norwegian))).toEqual(Array(4).fill('UNCHANGED'));
    expect(await rowCount('audit_entry')).toBe(before);
  });

  it('is the same person when two rows differ in the capitals of the e-mail only', async () => {
    const sheet = (...emails: string[]) =>
      [
        'navn;e-post;enhet;rolle',
        ...emails.map((it, n) => `Store Bokstaver;${it};kultur;${['mentor', 'pilotleder'][n]}`),
      ].join('\n');
    const report = await importCsv(sheet('Store.Bokstaver@Fjordvik.example', 'store.bokstaver@fjordvik.example'));
    expect(report.rows.map(({ did }) => did)).toEqual([['PERSON_ADDED', 'ROLE_GIVEN'], ['ROLE_GIVEN']]);
    expect(new Set(report.rows.map(({ person }) => person)).size).toBe(1);
  });

  it('is taken in once by a double click', async () => {
    const sheet = 'navn;enhet\nDobbelt Klikk;kultur';
    const clicks = await Promise.all([importCsv(sheet, { key: 'dobbelt' }), importCsv(sheet, { key: 'dobbelt' })]);
    expect(clicks[0]).toEqual(clicks[1]);
    expect(outcomes(clicks[0])).toEqual(['CREATED']);
  });
});

describe('a sheet in English', () => {
  it('changes people known by id, and hands a leadership over wherever the rows stand', async () => {
    const report = await importCsv(
      [
        'id,name,unit,role,from,to,phone',
        'leder.nav,"Leder, NAV Fjordvik",nav,unit manager,2020-01-01,2027-01-31,',
        'saksbehandler.nav,,nav,leder,2027-02-01,,+47 900 11 222',
        'mentor.nav,,NAV Fjordvik,,,,',
      ].join('\n'),
    );
    expect(report.rows.map(({ outcome, did }) => [outcome, ...did])).toEqual([
      ['CHANGED', 'ROLE_CHANGED'],
      ['CHANGED', 'PERSON_CHANGED', 'ROLE_GIVEN'],
      ['UNCHANGED'],
    ]);
    const { body } = await admin.get('/api/v1/units').expect(200);
    const nav = (body.items as { id: string; manager: { id: string } }[]).find(({ id }) => id === 'nav');
    expect(nav?.manager.id).toBe('saksbehandler.nav');
  });
});

describe('a sheet with mistakes', () => {
  it('is refused as a whole, each row with its reason', async () => {
    const before = await rowCount('person');
    const report = await importCsv(
      [
        'id;navn;e-post;enhet;rolle;fra;til;ansatt',
        ';Helt Grei;;kultur;;;;',
        ';Feil Enhet;;Kulturr;;;;',
        ';Feil Post;ikke-e-post;kultur;;;;',
        'ny;Opptatt Post;jurist@fjordvik.example;kultur;;;;ja',
        ';Feil Rolle;;kultur;keiser;;;',
        ';Feil Dato;;kultur;mentor;31.02.2027;;',
        ';Feil Ansatt;;kultur;;;;kanskje',
        ';;;kultur;mentor;;;',
        ';Dato Alene;;kultur;;2027-01-01;;',
        'leder.kultur;;;kultur;leder;2020-01-01;2027-03-01;',
        ';For;mange;celler;i;denne;raden;ja;her',
        'jurist;Jurist Én;;stab;;;;',
        'jurist;Jurist To;;stab;;;;',
        ';Utenfra;;ekstern;saksbehandler;;;nei',
      ].join('\n'),
    );
    expect(report.written).toBe(false);
    expect(refusals(report)).toEqual([
      [3, 'unit', 'unknown-person'],
      [4, 'email', 'malformed'],
      [5, 'email', 'held'],
      [6, 'role', 'malformed'],
      [7, 'from', 'malformed'],
      [8, 'staff', 'malformed'],
      [9, 'name', 'malformed'],
      [10, 'role', 'malformed'],
      [11, 'to', 'held'],
      [12, 'unit', 'malformed'],
      [14, 'name', 'malformed'],
      [15, 'role', 'forbidden'],
    ]);
    expect(await rowCount('person')).toBe(before);
    const jurist = await admin.get('/api/v1/people/jurist').expect(200);
    expect(jurist.body.name).toBe('Jurist');
  });

  it('of two with one name in a unit, asks for more than the name', async () => {
    for (const name of ['Kari Ås', 'Kari Ås']) {
      await admin.post('/api/v1/people').send({ name, unit: 'innkjop' }).expect(201);
    }
    expect(refusals(await importCsv('navn;enhet\nKari Ås;innkjop', { dryRun: true }))).toEqual([
      [2, 'name', 'unknown-person'],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['only blanks', ' \n \n'],
    ['an unknown column', 'navn;enhet;passord\nX;nav;y'],
    ['a column twice', 'navn;name;enhet\nX;X;nav'],
    ['no unit', 'navn\nX'],
    ['an open quote', 'navn;enhet\n"X;nav'],
    ['no header', 'X;nav'],
  ])('with %s is no sheet', async (_, csv) => {
    const answer = await admin.post('/api/v1/people/import').send({ csv });
    expectRefusal(answer, 400, 'malformed', '/csv');
  });

  it('is not read when it is no text, has an unknown field or comes from others than administrators', async () => {
    const post = (body: object, agent = admin) => agent.post('/api/v1/people/import').send(body);
    expectRefusal(await post({ csv: 7 }), 400, 'malformed', '/csv');
    expectRefusal(await post({ csv: 'enhet\nnav', dryRun: 'ja' }), 400, 'malformed', '/dryRun');
    expectRefusal(await post({ csv: 'enhet\nnav', force: true }), 400, 'malformed', '/force');
    expectRefusal(await post({ csv: 'enhet\nnav' }, await api.signInAs('leder.helse')), 403, 'forbidden');
  });
});

describe('a sheet of a megabyte', () => {
  it('is taken in, and one that is larger is refused', async () => {
    const row = (n: number) => `p${n};Ansatt nummer ${n} Ærø;p${n}@stor.example;kultur;saksbehandler;ja\n`;
    let csv = 'id;navn;e-post;enhet;rolle;ansatt\n';
    for (let n = 0; Buffer.byteLength(csv) < 950_000; n += 1) csv += row(n);
    const report = await importCsv(csv);
    expect(report.written).toBe(true);
    expect(report.rows.length).toBeGreaterThan(12_000);
    expect(new Set(outcomes(await importCsv(csv, { dryRun: true })))).toEqual(new Set(['UNCHANGED']));
    const larger = await admin.post('/api/v1/people/import').send({ csv: csv + csv });
    expectRefusal(larger, 413, 'too-large');
  }, 60_000);
});
