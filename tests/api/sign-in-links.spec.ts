import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import supertest from 'supertest';
import { hashOfToken } from '#platform/session/token.js';
import { SignInLinksService } from '#api/access/links/sign-in-links.service.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';
import { eventually } from '#support/eventually.js';
import { forgetRateLimits } from '#support/forget-rate-limits.js';
import { startTestMail } from '#support/test-mail.js';
import type { TestMail } from '#support/test-mail.js';

let mail: TestMail;
let api: TestApi;
let url: string;
const logLines: string[] = [];
beforeAll(async () => {
  mail = await startTestMail();
  const log = pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) });
  api = await startTestApi({ temporal: 'down', smtp: mail.smtpUrl, log });
  url = await api.app.getUrl();
}, 120_000);
afterAll(async () => {
  await api.close();
  await mail.close();
});

const LINKS = '/api/v1/sign-in-links';
const askForLink = (email: string) => api.anonymous.post(LINKS).send({ email });
const newBrowser = () => supertest.agent(url);
let n = 0;

/** A contact person who has sent an enquiry. */
async function createContact(name = 'Åse Ødegård'): Promise<{ readonly email: string; readonly person: string }> {
  n += 1;
  const email = `kontakt${n}@sjobris.example`;
  await api.anonymous
    .post('/api/v1/enquiries')
    .send({ ...enquiryBody, contact: { name, email } })
    .expect(201);
  const [{ id } = { id: '' }] = await api.dataSource.query<{ id: string }[]>('SELECT id FROM person WHERE email = $1', [
    email,
  ]);
  return { email, person: id };
}

const linksAreSent = (): Promise<void> => api.app.get(SignInLinksService).whenIdle();

/** Path of the newest link mailed to the address. */
async function newestLink(email: string): Promise<string> {
  const received = (await mail.waitForMails(0)).findLast(({ to }) => to.includes(email));
  return new URL(/http\S+\/api\/v1\/sign-in-links\/\S+/.exec(received?.text ?? '')?.[0] ?? '').pathname;
}

async function askAndReadLink(email: string): Promise<string> {
  await askForLink(email).expect(202);
  await linksAreSent();
  return newestLink(email);
}

const tokenOf = (path: string): string => path.split('/').at(-1) ?? '';
const auditEntriesOf = (person: string | null) =>
  api.dataSource.query<{ kind: string; detail: Record<string, unknown> }[]>(
    'SELECT kind, detail FROM audit_entry WHERE subject = $1 OR by = $1 ORDER BY id',
    [person],
  );

beforeEach(() => forgetRateLimits(api));

describe('a sign-in link', () => {
  it('reaches an address with Norwegian letters, also when it is pasted with a space around it', async () => {
    await api.anonymous
      .post('/api/v1/enquiries')
      .send({ ...enquiryBody, contact: { name: 'Bjørg Ås', email: ' bjørg@blåbærøya.example ' } })
      .expect(201);
    await askForLink(' bjørg@blåbærøya.example').expect(202);
    await linksAreSent();
    const received = (await mail.waitForMails(0)).findLast(({ to }) => to.includes('Bjørg'));
    expect(received?.text).toMatch(/sign-in-links/);
  });

  it.each(['bjørg', 'bjørg@', 'bjørg@blåbær', '@blåbær.no', 'a b@blåbær.no', 'a@b@c.no', 'a,b@blåbær.no', '<a>@x.no'])(
    'is not asked for by «%s», which is no address',
    async (email) => {
      const { body } = await askForLink(email).expect(400);
      expect(body.errors).toEqual([
        { pointer: '/email', detail: 'E-postadressen må være en adresse som kari@firma.no.' },
      ]);
    },
  );

  it('comes by mail in bokmål, from a named sender, with one thing to do', async () => {
    const { email } = await createContact();
    await askAndReadLink(email);
    const received = (await mail.waitForMails(0)).findLast(({ to }) => to.includes(email));
    expect(received).toMatchObject({
      to: `"Åse Ødegård" <${email}>`,
      from: expect.stringContaining('Stafett'),
      subject: 'Logg inn i Stafett',
    });
    expect(received?.text.match(/http/g)).toHaveLength(1);
    expect(received?.text).toMatch(/virker i 15 minutter, og bare én gang/);
    expect(received?.text).toMatch(/se bort fra denne e-posten/);
  });

  it('is used up by pressing the button, not by opening it ten times', async () => {
    const { email, person } = await createContact();
    const path = await askAndReadLink(email);
    for (let opened = 0; opened < 10; opened += 1) {
      const page = await newBrowser().get(path).set('Accept', 'text/html').expect(200);
      expect(page.text).toMatch(/<form method="post">/);
      expect(page.text).not.toMatch(/<script|style=|<style|src=/);
      expect(page.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("form-action 'self'"),
      });
      expect(page.headers['set-cookie']).toBeUndefined();
    }
    await newBrowser().head(path).expect(200);
    const agent = newBrowser();
    const answer = await agent.post(path).type('form').expect(303);
    expect(answer.headers.location).toBe('/');
    const { body } = await agent.get('/api/v1/me').expect(200);
    expect(body).toEqual({ user: person, name: 'Åse Ødegård', units: ['ekstern'], roles: [], staff: false });
    const gone = await newBrowser().get(path).set('Accept', 'text/html').expect(200);
    expect(gone.text).toContain('Lenken virker ikke lenger');
    expect((await newBrowser().get(path).set('Accept', 'application/json').expect(200)).body).toEqual({ works: false });
    expect(await auditEntriesOf(person)).toEqual([
      { kind: 'linkAsked', detail: { purpose: 'sign-in', outcome: 'made' } },
      { kind: 'signedIn', detail: { method: 'link' } },
    ]);
  });

  it('lets in exactly one of two who press at once', async () => {
    const { email } = await createContact();
    const path = await askAndReadLink(email);
    const answers = await Promise.all(Array.from({ length: 8 }, () => newBrowser().post(path).send({})));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(7).fill(404)]);
    expect(answers.filter(({ headers }) => headers['set-cookie'])).toHaveLength(1);
  });

  it('signs in once, for 15 minutes, for its purpose, and says nothing clearer than that it works no longer', async () => {
    const { email, person } = await createContact();
    const used = await askAndReadLink(email);
    await newBrowser().post(used).expect(204);
    const expired = await askAndReadLink(email);
    await changeLink(expired, `expires_at = now() - interval '1 second'`);
    const other = await askAndReadLink(email);
    await changeLink(other, `purpose = 'something-else'`);
    const forged = `${LINKS}/${'A'.repeat(43)}`;
    for (const path of [used, expired, other, forged, `${LINKS}/%00`, `${LINKS}/${'x'.repeat(4000)}`]) {
      const { body } = await newBrowser().post(path).send({}).expect(404);
      expect(body).toMatchObject({ code: 'not-found', detail: 'Lenken virker ikke lenger. Be om en ny.' });
      expect((await newBrowser().get(path).set('Accept', 'application/json')).body).toEqual({ works: false });
    }
    const refusals = (await auditEntriesOf(person)).filter(({ kind }) => kind === 'signInFailed');
    expect(refusals.map(({ detail }) => detail)).toEqual(
      ['used', 'expired', 'other-purpose'].map((reason) => ({ method: 'link', reason })),
    );
    const page = await newBrowser().post(used).type('form').set('Accept', 'text/html,*/*;q=0.8').expect(404);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('Lenken virker ikke lenger');
  });

  it('is not guessed at: an address that has pressed thirty in a minute waits', async () => {
    const statuses: number[] = [];
    for (let times = 0; times < 31; times += 1)
      statuses.push(
        (
          await newBrowser()
            .post(`${LINKS}/${'A'.repeat(43)}`)
            .send({})
        ).status,
      );
    expect(statuses).toEqual([...Array<number>(30).fill(404), 429]);
  });

  it('is one of at most three that work at a time; none ends because somebody asked for more', async () => {
    const { email } = await createContact();
    const paths: string[] = [];
    for (let times = 0; times < 4; times += 1) paths.push(await askAndReadLink(email));
    expect(new Set(paths).size).toBe(3);
    const works = await Promise.all(
      paths.map(async (path) => (await newBrowser().get(path).set('Accept', 'application/json')).body.works as boolean),
    );
    expect(works).toEqual([true, true, true, true]);
  });

  it('that works lets in, however many that do not were pressed from the same address', async () => {
    const path = await askAndReadLink((await createContact()).email);
    const junk = `${LINKS}/${'A'.repeat(43)}`;
    for (let times = 0; times < 31; times += 1) await newBrowser().post(junk).send({});
    await newBrowser().post(junk).send({}).expect(429);
    await newBrowser().post(path).send({}).expect(204);
  });

  it('is sent, however many were asked for from the same address to others', async () => {
    const { email } = await createContact();
    for (let times = 0; times < 30; times += 1) await askForLink(`ingen${times % 2}@sjobris.example`);
    await newBrowser()
      .post(await askAndReadLink(email))
      .send({})
      .expect(204);
  });

  it('ends when its person is replaced, and so does what their open session reaches', async () => {
    const { email, person } = await createContact();
    const first = await askAndReadLink(email);
    const agent = newBrowser();
    await agent.post(first).expect(204);
    const second = await askAndReadLink(email);
    await api.dataSource.query(`UPDATE representative SET to_on = '2027-01-31' WHERE person = $1`, [person]);
    await newBrowser().post(second).expect(404);
    expect((await auditEntriesOf(person)).at(-1)?.detail).toEqual({ method: 'link', reason: 'speaks-for-nobody' });
    expect(await askAndReadLink(email)).toBe(second);
  });

  it('can be pressed on its own page only, and holds nothing', async () => {
    const path = await askAndReadLink((await createContact()).email);
    const foreign = await newBrowser().post(path).set('Sec-Fetch-Site', 'cross-site').type('form').expect(403);
    expect(foreign.body).toMatchObject({ code: 'forbidden' });
    await newBrowser().post(path).set('Origin', 'https://evil.example').type('form').expect(403);
    for (const post of [newBrowser().post(path).type('form').send('a=b'), newBrowser().post(path).send({ a: 1 })]) {
      expect((await post.expect(400)).body).toMatchObject({ code: 'malformed', errors: [{ pointer: '/a' }] });
    }
    await newBrowser().post(path).send([]).expect(400);
    await newBrowser().post(path).type('form').send('x'.repeat(1_100_000)).expect(413);
    await newBrowser().post(path).type('text/plain').send('a').expect(415);
    await newBrowser().post(path).type('form').set('Sec-Fetch-Site', 'same-origin').expect(303);
  });
});

describe('asking for a link', () => {
  it('is answered the same whether or not anybody has the address', async () => {
    const { email } = await createContact();
    const before = (await mail.waitForMails(0)).length;
    const answers = [];
    const unknown = ['ingen@sjobris.example', 'leder.helse@fjordvik.example', 'eier.nabo1@fjordvik.example'];
    for (const address of [...unknown, email.toUpperCase()]) answers.push(await askForLink(address).expect(202));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    await linksAreSent();
    expect((await mail.waitForMails(0)).length).toBe(before + 1);
  });

  it('sends no more than three at a time and five an hour to one person; those already sent go on working', async () => {
    const { email, person } = await createContact();
    const before = (await mail.waitForMails(0)).length;
    for (const sent of [3, 5, 5]) {
      await api.dataSource.query(
        'UPDATE sign_in_link SET used_at = now() WHERE hash IN (SELECT hash FROM sign_in_link WHERE person = $1 LIMIT 2)',
        [person],
      );
      for (let times = 0; times < 3; times += 1) await askForLink(email).expect(202);
      await linksAreSent();
      expect((await mail.waitForMails(0)).length).toBe(before + sent);
    }
    await newBrowser()
      .post(await newestLink(email))
      .expect(204);
  });

  it('locks nobody out: when none of the five works any more, another comes, one at a time', async () => {
    const { email, person } = await createContact();
    const expireAll = () =>
      api.dataSource.query('UPDATE sign_in_link SET expires_at = now() WHERE person = $1', [person]);
    for (let times = 0; times < 5; times += 1) {
      await askForLink(email).expect(202);
      await linksAreSent();
      await expireAll();
    }
    const before = (await mail.waitForMails(0)).length;
    for (let times = 0; times < 3; times += 1) await askForLink(email).expect(202);
    await linksAreSent();
    expect((await mail.waitForMails(0)).length).toBe(before + 1);
    await newBrowser()
      .post(await newestLink(email))
      .expect(204);
  });

  it('is slowed down by address', async () => {
    const answers = [];
    for (let times = 0; times < 11; times += 1) answers.push(await askForLink('ingen@sjobris.example'));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(202), 429]);
    expect(answers.at(-1)?.body).toMatchObject({ code: 'slow-down' });
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('takes an e-mail address and nothing else', async () => {
    const wrong = [
      {},
      { email: 'nei' },
      { email: 'a@b.example\r\nBcc: c@d.example' },
      { email: 'a@b.example', to: 'x' },
    ];
    for (const body of [...wrong, { email: `${'x'.repeat(200)}@b.example` }, [], null]) {
      expect((await api.anonymous.post(LINKS).send(body as object)).status).toBe(400);
    }
    await api.anonymous.post(`${LINKS}?to=x`).send({ email: 'a@b.example' }).expect(400);
    await api.anonymous.post(LINKS).type('form').send('email=a@b.example').expect(415);
    await api.anonymous
      .post(LINKS)
      .send({ email: 'x'.repeat(1_100_000) })
      .expect(413);
  });

  it('gets through with a name that tries to be a header', async () => {
    const { email } = await createContact('Eva\r\nBcc: tyv@sjobris.example');
    await askAndReadLink(email);
    const received = (await mail.waitForMails(0)).findLast(({ to }) => to.includes(email));
    expect(received?.to).toBe(`"Eva Bcc: tyv@sjobris.example" <${email}>`);
    expect(received?.text).not.toContain('tyv');
  });

  it('is answered while the mail server is down; that is logged, and the link does not count', async () => {
    const down = await startTestApi({
      temporal: 'down',
      smtp: 'smtp://127.0.0.1:1',
      log: pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) }),
    });
    try {
      const { email } = enquiryBody.contact;
      await down.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(201);
      await down.anonymous.post(LINKS).send({ email }).expect(202);
      await eventually(async () => expect(logLines.join('')).toMatch(/"code":"ESOCKET".*a sign-in link was not sent/));
      expect(await down.dataSource.query('SELECT 1 FROM sign_in_link')).toEqual([]);
    } finally {
      await down.close();
    }
  }, 60_000);

  it('leaves neither link nor address in table, log or audit', async () => {
    const { email } = await createContact();
    const path = await askAndReadLink(email);
    await newBrowser().get(path).expect(200);
    // Addresses are read in any letter case, and so is what to leave out of the log.
    await newBrowser().get(path.replace('sign-in-links', 'Sign-In-Links')).expect(200);
    await newBrowser().post(path).expect(204);
    await linksAreSent();
    const token = tokenOf(path);
    const kept = await api.dataSource.query<object[]>('SELECT * FROM sign_in_link, audit_entry');
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(JSON.stringify(kept)).not.toContain('@');
    expect(JSON.stringify(kept)).toContain(hashOfToken(token));
    expect(logLines.join('')).toContain('/api/v1/sign-in-links/***');
    for (const secret of [token, '@sjobris.example']) expect(logLines.join('')).not.toContain(secret);
  });
});

const changeLink = (path: string, change: string): Promise<unknown> =>
  api.dataSource.query(`UPDATE sign_in_link SET ${change} WHERE hash = $1`, [hashOfToken(tokenOf(path))]);
