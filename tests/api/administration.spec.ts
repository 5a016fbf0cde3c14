import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { startTestMail } from '#support/test-mail.js';
import type { TestMail } from '#support/test-mail.js';

/** Domain time stands at 1 February 2027. */
let mail: TestMail;
let api: TestApi;
let admin: Agent;
let handler: Agent;
beforeAll(async () => {
  mail = await startTestMail();
  const settings = { STAFETT_MAILBOX_URL: mail.readUrl };
  api = await startTestApi({
    at: '2026-11-26T08:14:00+01:00',
    seed: 'demo',
    temporal: 'down',
    smtp: mail.smtpUrl,
    settings,
  });
  admin = await api.signInAs('admin');
  handler = await api.signInAs('saksbehandler.oppvekst');
}, 120_000);
afterAll(async () => {
  await api.close();
  await mail.close();
});

describe('an administrator', () => {
  it('sees figures of the installation: open cases, those that need the operator, letters by state', async () => {
    const before = (await admin.get('/api/v1/operations').expect(200)).body;
    expect(before.cases.halted).toEqual([]);
    expect(before.cases.open + before.cases.closed).toBe(16);
    const [row] = await api.dataSource.query<{ id: string; number: string }[]>(
      `SELECT id, number FROM collaboration WHERE number = '2026-0003'`,
    );
    await api.dataSource.query(`INSERT INTO diverged (case_id, seq, seen_hash) VALUES ($1, 999, 'x')`, [row?.id]);
    const after = (await admin.get('/api/v1/operations').expect(200)).body;
    expect(after.cases.halted).toMatchObject([{ number: '2026-0003' }]);
    await api.dataSource.query('DELETE FROM diverged');
    const [letters] = await api.dataSource.query<{ waiting: number }[]>(
      `SELECT count(*)::int AS waiting FROM outbox_message WHERE status = 'WAITING'`,
    );
    expect(after.letters.WAITING).toBe(letters?.waiting);
  });

  it('sees who is away now and who will be, with names, and nobody who is back', async () => {
    const absences = '/api/v1/people/saksbehandler.helse/absences';
    await admin.post(absences).send({ from: '2026-01-05', to: '2026-01-09' }).expect(201);
    await admin.post(absences).send({ from: '2027-03-01', to: '2027-03-05', substitute: 'leder.helse' }).expect(201);
    const { items } = (await admin.get('/api/v1/absences').expect(200)).body;
    const theirs = items.filter(({ person }: { person: string }) => person === 'saksbehandler.helse');
    expect(theirs).toMatchObject([
      { name: 'Saksbehandler, Helse og mestring', from: '2027-03-01', substitute: { id: 'leder.helse' } },
    ]);
  });

  it.each(['/operations', '/absences'])('alone reads %s', async (route) => {
    expectRefusal(await handler.get(`/api/v1${route}`), 403, 'forbidden');
  });
});

describe('the mailbox of a demonstration', () => {
  it('has the letters that were caught, with what stands in them', async () => {
    await api.anonymous.post('/api/v1/sign-in-links').send({ email: 'post@nabobenken.example' }).expect(202);
    const person = (await admin.get('/api/v1/people/entreprenor.01').expect(200)).body as { email: string };
    await api.anonymous.post('/api/v1/sign-in-links').send({ email: person.email }).expect(202);
    await mail.waitForMails(1);
    const { items } = (await handler.get('/api/v1/demo/mailbox').expect(200)).body;
    expect(items).toMatchObject([{ to: expect.stringContaining(person.email) }]);
    const letter = await handler.get(`/api/v1/demo/mailbox/${items[0].id}`).expect(200);
    expect(letter.body.text).toContain('/api/v1/sign-in-links/');
    expectRefusal(await handler.get('/api/v1/demo/mailbox/nothing'), 404, 'not-found');
    expectRefusal(await handler.get(`/api/v1/demo/mailbox/1234567890123-${'0'.repeat(36)}`), 404, 'not-found');
    await api.anonymous.get('/api/v1/demo/mailbox').expect(401);
  });

  it('is not there when letters are really sent, nor when nobody may sign in as anybody', async () => {
    const sending = await startTestApi({ temporal: 'down' });
    expectRefusal(await (await sending.signInAs('mottak')).get('/api/v1/demo/mailbox'), 404, 'not-found');
    expect((await sending.anonymous.get('/api/v1/clock').expect(200)).body).toMatchObject({ demonstration: true });
    await sending.close();
    const real = await startTestApi({ temporal: 'down', settings: { STAFETT_DEMO_SIGN_IN: 'off' } });
    await real.anonymous.get('/api/v1/demo/mailbox').expect(404);
    expect((await real.anonymous.get('/api/v1/clock').expect(200)).body).toMatchObject({ demonstration: false });
    await real.close();
  });
});

describe('a letter in the outbox', () => {
  it('says what it is about, in the language of the reader', async () => {
    const [row] = await api.dataSource.query<{ id: string }[]>(
      `SELECT id FROM collaboration WHERE number = '2026-0008'`,
    );
    await api.dataSource.query(
      `INSERT INTO outbox_message (id, case_id, seq, kind, slot, template, language, due_at, not_before, status)
       VALUES (gen_random_uuid(), $1, 900, 'reminderDue', 'owner', 'reminderDue.pilot.end', 'nb', now(), now(), 'WAITING')`,
      [row?.id],
    );
    const read = (language: string) =>
      handler.get(`/api/v1/letters?collaboration=${row?.id}`).set('Accept-Language', language).expect(200);
    expect((await read('nb')).body.items).toMatchObject([
      { subject: 'Påminnelse: Avslutt piloten', about: { number: '2026-0008' } },
    ]);
    expect((await read('en')).body.items).toMatchObject([{ subject: expect.stringMatching(/^Reminder: /) }]);
  });
});
