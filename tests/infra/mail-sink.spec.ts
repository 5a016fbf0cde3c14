import { readdirSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Mailbox } from '#infra/embedded/mail/mailbox.js';
import { Mailer, MailError } from '#platform/mailer.js';
import { startTestMail } from '#support/test-mail.js';
import type { TestMail } from '#support/test-mail.js';

let sink: TestMail;
beforeAll(async () => {
  sink = await startTestMail();
});
afterAll(() => sink.close());

const from = 'Stafett, Fjordvik kommune <ikke-svar@fjordvik.example>';
const newMail = (): Mailer => new Mailer({ url: sink.smtpUrl, from });
const to = { name: 'Åse Bjørnøy', address: 'ase@example.org' };
const json = async (path: string): Promise<unknown> =>
  (await fetch(`${sink.readUrl}${path}`, { headers: { Accept: 'application/json' } })).json();

describe('mail', () => {
  it('comes in as it was sent, Norwegian letters and all, and can be read on a page', async () => {
    await newMail().send({ to, subject: 'Lenke til «Sjøbris»', text: 'Hei Åse\n\nhttp://127.0.0.1:1/x?a=1&b=2' });
    const [received] = await sink.waitForMails(1);
    expect(received).toMatchObject({ subject: 'Lenke til «Sjøbris»', to: '"Åse Bjørnøy" <ase@example.org>' });
    expect(received?.from).toContain('ikke-svar@fjordvik.example');
    expect(received?.text.trim()).toBe('Hei Åse\n\nhttp://127.0.0.1:1/x?a=1&b=2');
    expect(await json('')).toMatchObject({ items: [{ subject: 'Lenke til «Sjøbris»', to: expect.any(String) }] });
    const page = await (await fetch(`${sink.readUrl}${received?.id}`)).text();
    expect(page).toContain('<pre>Hei Åse');
    expect(page).toContain('href="http://127.0.0.1:1/x?a=1&amp;b=2"');
  });

  it('gets no further header from a line break in a name or subject', async () => {
    const before = (await sink.waitForMails(0)).length;
    const name = 'Eva\r\nBcc: thief@example.org\r\n\r\nHei';
    await newMail().send({ to: { name, address: 'eva@example.org' }, subject: 'A\r\nX-Mine: 1\u2028B', text: 'Hei' });
    const received = (await sink.waitForMails(before + 1)).at(-1);
    expect(received?.subject).toBe('A X-Mine: 1 B');
    expect(received?.to).toBe('"Eva Bcc: thief@example.org Hei" <eva@example.org>');
    expect(received?.text.trim()).toBe('Hei');
  });

  it('that nobody takes is an error that names neither reader nor content', async () => {
    const error = await new Mailer({ url: 'smtp://127.0.0.1:1', from })
      .send({ to, subject: 'S', text: 'T' })
      .catch(identity);
    expect(error).toBeInstanceOf(MailError);
    expect(error).toMatchObject({ code: 'ESOCKET' });
    expect(String(error)).not.toContain('ase@');
    const none = await new Mailer({ url: undefined, from }).send({ to, subject: 'S', text: 'T' }).catch(identity);
    expect(none).toMatchObject({ code: 'no-server' });
  });
});

describe('mail that is to be encrypted', () => {
  it('is not sent at all to a server that speaks no TLS', async () => {
    const before = (await sink.waitForMails(0)).length;
    for (const url of [`${sink.smtpUrl}/?requireTLS=true`, sink.smtpUrl.replace('smtp:', 'smtps:')])
      await expect(new Mailer({ url, from }).send({ to, subject: 'S', text: 'T' })).rejects.toBeInstanceOf(MailError);
    expect(await sink.waitForMails(0)).toHaveLength(before);
  });
});

describe('the mail page', () => {
  it('answers no foreign name, no other method and no made-up mail', async () => {
    expect((await fetch(sink.readUrl, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${sink.readUrl}..%2F..%2Fetc%2Fpasswd`)).status).toBe(404);
    expect(await rawStatus('GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 421/,
    );
  });

  it('shows what a mail says and lets none of it become markup', async () => {
    const before = (await sink.waitForMails(0)).length;
    await newMail().send({ to, subject: '<script>a()</script>', text: '<img src="http://127.0.0.1:1/pixel">' });
    const received = (await sink.waitForMails(before + 1)).at(-1);
    const pages = [
      await (await fetch(sink.readUrl)).text(),
      await (await fetch(`${sink.readUrl}${received?.id}`)).text(),
    ];
    for (const page of pages) expect(page).not.toMatch(/<script|<img/);
  });
});

describe('the mailbox', () => {
  it('keeps the newest, is there after a new start, and is nobody else’s to read', async () => {
    const box = new Mailbox(`${sink.folder}/small`, 3);
    for (const n of [1, 2, 3, 4, 5]) await box.store(Buffer.from(`Subject: ${n}\r\nTo: a@example.org\r\n\r\nHei`));
    const again = await new Mailbox(`${sink.folder}/small`, 3).list(10);
    expect(again.map(({ subject }) => subject)).toEqual(['5', '4', '3']);
    const [oldest = '', ...others] = readdirSync(`${sink.folder}/small`).sort();
    expect(others).toHaveLength(2);
    rmSync(`${sink.folder}/small/${oldest}`);
    expect(await new Mailbox(`${sink.folder}/small`).list(10)).toHaveLength(2);
    expect(statSync(`${sink.folder}/small`).mode & 0o077).toBe(0);
  });
});

const identity = (error: unknown): unknown => error;

function rawStatus(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(sink.readUrl).port), '127.0.0.1', () => socket.write(request));
    socket.once('data', (bytes) => resolve(String(bytes)));
    socket.once('error', reject);
  });
}
