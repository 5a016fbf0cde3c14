import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SignInLinksService } from '#api/access/links/sign-in-links.service.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { forgetRateLimits } from '#support/forget-rate-limits.js';
import { startTestMail } from '#support/test-mail.js';
import type { TestMail } from '#support/test-mail.js';

let mail: TestMail;
let api: TestApi;
let admin: Agent;
beforeAll(async () => {
  mail = await startTestMail();
  api = await startTestApi({ temporal: 'down', smtp: mail.smtpUrl });
  admin = await api.signInAs('admin');
}, 120_000);
afterAll(async () => {
  await api.close();
  await mail.close();
});
beforeEach(() => forgetRateLimits(api));

const sendEnquiry = (over: object, key: string = randomUUID()) =>
  api.anonymous
    .post('/api/v1/enquiries')
    .set('Idempotency-Key', key)
    .send({ ...enquiryBody, ...over });
const contact = (email: string) => ({ contact: { name: 'Kari Ås', email } });
const peopleWith = (email: string) =>
  api.dataSource.query<{ id: string }[]>('SELECT id FROM person WHERE email = $1 AND NOT staff', [email]);

describe('what is typed on a Mac', () => {
  it('is the same request as from elsewhere', async () => {
    const body = { title: 'Måltider på hjul', description: 'Blåbær\r\nog fløte' };
    const mac = { title: body.title.normalize('NFD'), description: 'Blåbær\nog\u00a0fløte'.normalize('NFD') };
    const answers = await Promise.all([body, mac, body].map((it) => sendEnquiry(it, 'to-maskiner').expect(201)));
    expect(new Set(answers.map((answer) => answer.body.id as string)).size).toBe(1);
  });

  it('is found by a search from elsewhere, and the other way about', async () => {
    const { body } = await sendEnquiry({ title: ' Varme\u00a0måltider\nfor  alle '.normalize('NFD') }).expect(201);
    for (const q of ['måltider for alle', 'MÅLTIDER', 'måltider'.normalize('NFD'), ' måltider\u00a0for\u200e ']) {
      const found = await admin.get('/api/v1/collaborations').query({ q }).expect(200);
      const titles = (found.body.items as { id: string; title: string }[]).filter(({ id }) => id === body.id);
      expect({ q, titles: titles.map(({ title }) => title) }).toEqual({ q, titles: ['Varme måltider for alle'] });
    }
  });

  it('is the same person in a sheet', async () => {
    const csv = 'navn;enhet;rolle\nBjørg Åsheim;kultur;mentor';
    const take = async (text: string) =>
      (await admin.post('/api/v1/people/import').send({ csv: text }).expect(200)).body;
    const [first, second] = [await take(csv), await take(csv.normalize('NFD').replace('Bjørg ', 'Bjørg\u00a0'))];
    expect(second.rows).toEqual([{ ...first.rows[0], outcome: 'UNCHANGED', did: [] }]);
  });
});

describe('one e-mail address in many spellings', () => {
  it('is one person, whose link arrives whichever is written', async () => {
    for (const email of ['Post@Blåbær.example', 'post@bla\u030abær.example', 'post@xn--blbr-roah.example'])
      await sendEnquiry(contact(email)).expect(201);
    expect(await peopleWith('post@xn--blbr-roah.example')).toHaveLength(1);
    for (const email of ['POST@BLÅBÆR.EXAMPLE', 'post@xn--blbr-roah.example']) {
      const before = (await mail.waitForMails(0)).length;
      await api.anonymous.post('/api/v1/sign-in-links').send({ email }).expect(202);
      await api.app.get(SignInLinksService).whenIdle();
      const [, received] = [before, (await mail.waitForMails(before + 1)).at(-1)];
      expect(received?.to).toContain('post@blåbær.example');
    }
  });

  it.each([
    'kari@fİrma.example',
    'karı@firma.example',
    '\u212aari@firma.example',
    'kari@ﬁrma.example',
    'ola@firma-.no',
  ])('%s is refused wherever an address is taken in', async (email) => {
    expectRefusal(await sendEnquiry(contact(email)), 400, 'malformed', '/contact/email');
    expectRefusal(await api.anonymous.post('/api/v1/sign-in-links').send({ email }), 400, 'malformed', '/email');
    const person = { name: 'Kari', unit: 'kultur', email };
    expectRefusal(await admin.post('/api/v1/people').send(person), 400, 'malformed', '/email');
    const sheet = await admin.post('/api/v1/people/import').send({ csv: `navn;e-post;enhet\nKari;${email};kultur` });
    expect([sheet.status, sheet.body.rows?.[0].column]).not.toEqual([200, undefined]);
  });

  it('is refused by the database in another form, so that no program can write one', async () => {
    const write = (email: string) =>
      api.dataSource.query(`INSERT INTO person (id, name, unit, staff, email) VALUES ($1, 'X', 'kultur', true, $1)`, [
        email,
      ]);
    await expect(write('Kari@firma.example')).rejects.toThrow('person_email');
    await expect(write('ka\u030are@firma.example')).rejects.toThrow('person_email');
  });

  it.each(["o'brien+stafett@x.no", 'salg&marked@x.no', 'a/b=c%d#e~{f}@x.no', 'संपर्क@भारत.example', 'a@b.xn--p1ai'])(
    '%s is legal',
    async (email) => {
      await sendEnquiry(contact(email)).expect(201);
    },
  );
});

describe('a name', () => {
  it('that would be read backwards is refused', async () => {
    const name = 'Kari \u202eetsuaR';
    expectRefusal(await admin.post('/api/v1/people').send({ name, unit: 'kultur' }), 400, 'malformed', '/name');
    expectRefusal(await sendEnquiry({ title: name }), 400, 'malformed', '/title');
    expectRefusal(await sendEnquiry({ organisation: { name } }), 400, 'malformed', '/organisation/name');
  });
});

describe('text in another encoding', () => {
  it('is refused, and the encoding named', async () => {
    const lost = await sendEnquiry({ title: 'Bl\ufffdb\ufffdr' });
    expectRefusal(lost, 400, 'malformed', '/title');
    expect(lost.body.errors[0].detail).toMatch(/Windows-1252.*UTF-8/);
    const bytes = Buffer.from(JSON.stringify({ ...enquiryBody, title: 'Blåbær' }), 'latin1');
    const raw = await api.anonymous
      .post('/api/v1/enquiries')
      .set('Content-Type', 'application/json')
      .serialize((it) => it)
      .send(bytes);
    expect([raw.status, raw.body.errors]).toEqual([400, [{ pointer: '', detail: 'is in Windows-1252, not UTF-8' }]]);
    expectRefusal(await admin.get('/api/v1/people?q=%E5se'), 400, 'malformed', '/q');
  });
});

describe('an organisation number', () => {
  it('is taken as people write it and kept plain, with a right check digit', async () => {
    const name = 'Samværslaget';
    const { body } = await sendEnquiry({ organisation: { name, number: 'NO\u00a0310 400 033 MVA' } });
    expect(body.errors).toBeUndefined();
    const found = await admin.get('/api/v1/organisations').query({ number: '310 400 033' }).expect(200);
    expect(found.body.items).toMatchObject([{ name, number: '310400033' }]);
    expectRefusal(
      await sendEnquiry({ organisation: { name, number: '310400034' } }),
      400,
      'malformed',
      '/organisation/number',
    );
  });
});
