import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { CaseVersionsService } from '#api/shared/case-versions.service.js';
import { DirectoryService } from '#api/shared/directory.service.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { MessageView } from '#contracts/http/cases/message.js';
import type { NoteView } from '#contracts/http/cases/note.js';
import { eventually } from '#support/eventually.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { columnsContaining, textInTemporal } from '#support/stored-text.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

/** What the municipality and an entrepreneur write to each other on a case, and what the municipality notes for itself. */
const OWNER = 'saksbehandler.helse';
const CONTACT = 'saksbehandler2.helse';
const ENTREPRENEUR = 'p-kari';
const VALID_NUMBER = '010107 50160';

const lines: string[] = [];
let api: TestApi;
let owner: Agent;
let contact: Agent;
let outside: Agent;
let other: Agent;
let path: string;

beforeAll(async () => {
  api = await startTestApi({ log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }) });
  path = await sendEnquiry(ENTREPRENEUR);
  await sendEnquiry('p-per');
  await api.app.get(DirectoryService).announceChange();
  [owner, contact] = [await api.signInAs(OWNER), await api.signInAs(CONTACT)];
  [outside, other] = [await api.signInAs(ENTREPRENEUR), await api.signInAs('p-per')];
  const leader = await api.signInAs('leder.helse');
  await submit(leader, { type: 'assignOwner', owner: OWNER });
  await submit(owner, { type: 'changeContact', contact: CONTACT, note: 'Bytter kontakt.' });
}, 180_000);
afterAll(() => api.close());

/** A case of an entrepreneur who can sign in. @returns its path. */
async function sendEnquiry(person: string): Promise<string> {
  const email = `${person}@nabobenken.example`;
  const insert = "INSERT INTO person (id, name, unit, email, staff) VALUES ($1, $1, 'ekstern', $2, false)";
  await api.dataSource.query(insert, [person, email]);
  await api.dataSource.query("INSERT INTO role_grant VALUES ($1, 'entreprenor', 'ekstern', '2020-01-01', NULL)", [
    person,
  ]);
  const body = { ...enquiryBody, contact: { name: person, email } };
  const { id } = (await api.anonymous.post('/api/v1/enquiries').send(body).expect(201)).body as { id: string };
  return `/api/v1/collaborations/${id}`;
}

const submit = (agent: Agent, body: object) => agent.post(`${path}/commands`).send(body).expect(200);

const write = (agent: Agent, text: string, more: object = {}, key: string = randomUUID()) =>
  agent
    .post(`${path}/messages`)
    .set('Idempotency-Key', key)
    .send({ text, ...more });
const note = (agent: Agent, text: string, more: object = {}) => agent.post(`${path}/notes`).send({ text, ...more });
const written = async (...given: Parameters<typeof write>): Promise<MessageView> =>
  (await write(...given).expect(201)).body as MessageView;

const messagesFor = async (agent: Agent, query = ''): Promise<readonly MessageView[]> =>
  ((await agent.get(`${path}/messages${query}`).expect(200)).body as { items: MessageView[] }).items;
const notesFor = async (agent: Agent): Promise<readonly NoteView[]> =>
  ((await agent.get(`${path}/notes`).expect(200)).body as { items: NoteView[] }).items;
const unreadFor = async (agent: Agent) => ((await agent.get(path).expect(200)).body as CaseView).unread?.messages;
const read = (agent: Agent, upTo: number) => agent.post(`${path}/messages/read`).send({ upTo });

/** The letters about a message, by whom they are to. */
async function lettersOf({ n }: MessageView): Promise<readonly string[]> {
  const rows = await api.dataSource.query<{ slot: string }[]>(
    `SELECT slot FROM outbox_message WHERE kind = 'messageSent' AND template = 'messageSent' AND seq = $1 ORDER BY slot`,
    [n],
  );
  return rows.map(({ slot }) => slot);
}

describe('a conversation', () => {
  it('is told step by step, as each side sees it', async () => {
    // The contact writes: the entrepreneur is told, and nobody else.
    const asked = await written(contact, 'Hei! Når passer det å møtes?', { contact: true });
    expect(asked).toMatchObject({
      n: 1,
      from: 'STAFF',
      by: { id: CONTACT },
      seenBy: 'BOTH',
      contact: true,
      readBy: [],
      messageId: expect.stringMatching(/^<[0-9a-f-]{36}@[^>]+>$/),
    });
    expect(await lettersOf(asked)).toEqual(['entrepreneur']);

    // The entrepreneur sees it as unread, and then says that she has read it.
    expect([await unreadFor(outside), await unreadFor(contact), await unreadFor(owner)]).toEqual([1, 0, 1]);
    expect(await messagesFor(outside)).toMatchObject([{ text: 'Hei! Når passer det å møtes?', readBy: [] }]);
    expect((await read(outside, 1).expect(200)).body).toEqual({ unread: { messages: 0 } });
    expect(await messagesFor(contact)).toMatchObject([{ readBy: [{ id: ENTREPRENEUR, at: expect.any(String) }] }]);
    expect(await messagesFor(outside)).toMatchObject([{ readBy: [] }]);

    // She answers: the contact and the owner are told, and not she.
    const answered = await written(outside, 'Tirsdag passer.');
    expect(answered).toMatchObject({ n: 2, from: 'ENTREPRENEUR', by: { id: ENTREPRENEUR }, contact: false });
    expect(await lettersOf(answered)).toEqual(['contact', 'owner']);

    // Both of them read it; she sees that the municipality has, and who.
    expect([await unreadFor(owner), await unreadFor(contact), await unreadFor(outside)]).toEqual([2, 1, 0]);
    await read(owner, 99).expect(200);
    await read(contact, 2).expect(200);
    await read(contact, 1).expect(200);
    const readers = (await messagesFor(outside)).map(({ readBy }) => readBy.map(({ id }) => id).sort());
    expect(readers).toEqual([[OWNER], [OWNER, CONTACT].sort()]);
    expect([await unreadFor(owner), await unreadFor(contact)]).toEqual([0, 0]);

    // The owner writes too; the contact, a colleague, gets no letter but sees it as unread.
    const again = await written(owner, 'Da sees vi.');
    expect(await lettersOf(again)).toEqual(['entrepreneur']);
    expect([await unreadFor(contact), await unreadFor(outside)]).toEqual([1, 1]);
    expect((await messagesFor(outside, '?order=desc&limit=1')).map(({ n }) => n)).toEqual([3]);
  });

  it('is in the outbox as letters that hold no word of it', async () => {
    const id = path.split('/').at(-1) ?? '';
    const { body } = await outside.get(`/api/v1/letters?collaboration=${id}`).expect(200);
    const letters = (body.items as { kind: string }[]).filter(({ kind }) => kind === 'messageSent');
    expect(letters).toMatchObject(
      [1, 2].map(() => ({ template: 'messageSent', status: 'WAITING', to: { name: ENTREPRENEUR } })),
    );
    expect(JSON.stringify(body)).not.toContain('sees vi');
  });

  it('is paged in the order in which it was written, by a cursor of its own list', async () => {
    const seen: number[] = [];
    let next: string | null = '';
    while (next !== null) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const { body } = await owner.get(`${path}/messages?limit=2${after}`).expect(200);
      seen.push(...(body.items as MessageView[]).map(({ n }) => n));
      next = body.next as string | null;
    }
    expect(seen).toEqual([1, 2, 3]);
    const { body } = await owner.get(`${path}/messages?limit=1`).expect(200);
    const foreign = encodeURIComponent(body.next as string);
    expectRefusal(await owner.get(`${path}/notes?after=${foreign}`), 400, 'malformed', '/cursor');
    expectRefusal(await owner.get(`${path}/messages?order=desc&after=${foreign}`), 400, 'malformed', '/cursor');
  });

  it('is one message for a double click, and each of many at once has its own number', async () => {
    const before = (await messagesFor(owner)).length;
    const twice = await Promise.all([1, 2].map(() => written(owner, 'Sendt to ganger', {}, 'dobbeltklikk')));
    expect(new Set(twice.map(({ id }) => id)).size).toBe(1);
    expectRefusal(await write(owner, 'Noe annet', {}, 'dobbeltklikk'), 422, 'key-reused');
    expect(await lettersOf(twice[0] as MessageView)).toEqual(['entrepreneur']);
    await Promise.all(Array.from({ length: 8 }, (_, n) => written(n % 2 ? owner : outside, `Samtidig ${n}`)));
    const numbers = (await messagesFor(owner)).map(({ n }) => n);
    expect(numbers).toEqual(Array.from({ length: before + 9 }, (_, n) => n + 1));
  });

  it('is stored alike whichever keyboard wrote it', async () => {
    const text = 'Blåbær, økter og Ås';
    const [mac, windows] = [await written(owner, text.normalize('NFD')), await written(owner, text)];
    expect([mac.text, windows.text]).toEqual([text, text]);
    const first = await note(owner, text.normalize('NFD')).expect(201);
    expect(first.body.text).toBe(text);
  });

  it('tells open pages of the case that there is something to read, and nobody of an internal note', async () => {
    const heard: string[] = [];
    const end = api.app.get(CaseVersionsService).subscribe((it) => void heard.push(it === 'reset' ? it : it.id));
    const id = path.split('/').at(-1) ?? '';
    await note(owner, 'Bare for oss').expect(201);
    await written(owner, 'For begge');
    await eventually(() => expect(heard).toEqual([id]));
    await note(owner, 'Delt', { visibility: 'SHARED' }).expect(201);
    await eventually(() => expect(heard).toEqual([id, id]));
    end();
  });
});

describe('a note', () => {
  it('is internal unless it says otherwise, and an internal one never shows outside', async () => {
    const { body } = await note(owner, 'Internt tvilsomt').expect(201);
    expect(body).toMatchObject({ visibility: 'INTERNAL', seenBy: 'MUNICIPALITY', by: { id: OWNER } });
    const shared = await note(contact, 'Delt med dere', { visibility: 'SHARED' }).expect(201);
    expect(shared.body).toMatchObject({ visibility: 'SHARED', seenBy: 'BOTH', by: { id: CONTACT } });
    expect((await notesFor(owner)).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Internt tvilsomt', 'Delt med dere']),
    );
    const shown = await notesFor(outside);
    expect(shown.map(({ visibility }) => visibility)).toEqual(shown.map(() => 'SHARED'));
    expect(shown.map(({ text }) => text)).toContain('Delt med dere');
    for (const route of ['', '/events', '/notes', '/messages', '/deadlines', '?as=entrepreneur'])
      expect((await outside.get(`${path}${route}`)).text).not.toContain('Internt tvilsomt');
  });

  it('is not written by the entrepreneur', async () => {
    expectRefusal(await note(outside, 'Et notat'), 403, 'forbidden');
    expectRefusal(await note(outside, 'Et notat', { visibility: 'SHARED' }), 403, 'forbidden');
  });
});

describe('another entrepreneur', () => {
  it('sees nothing of it, writes nothing, and marks nothing', async () => {
    for (const route of ['notes', 'messages']) expectRefusal(await other.get(`${path}/${route}`), 404, 'not-found');
    expectRefusal(await write(other, 'Hei'), 404, 'not-found');
    expectRefusal(await note(other, 'Hei'), 404, 'not-found');
    expectRefusal(await read(other, 1), 404, 'not-found');
    expectRefusal(await api.anonymous.get(`${path}/messages`), 401, 'signed-out');
  });
});

describe('wrong input', () => {
  it.each<[string, object, string]>([
    ['no text', {}, '/text'],
    ['an empty text', { text: '' }, '/text'],
    ['a blank text', { text: ' \n ' }, '/text'],
    ['4001 characters', { text: 'a'.repeat(4001) }, '/text'],
    ['a number', { text: 12 }, '/text'],
    ['a list', { text: ['a'] }, '/text'],
    ['NUL', { text: 'a\u0000' }, '/text'],
    ['an unknown field', { text: 'a', to: 'alle' }, '/to'],
  ])('of %s is refused', async (_, body, pointer) => {
    for (const route of ['notes', 'messages'])
      expectRefusal(await owner.post(`${path}/${route}`).send(body), 400, 'malformed', pointer);
  });

  it('of other fields is refused', async () => {
    expectRefusal(await note(owner, 'a', { visibility: 'PUBLIC' }), 400, 'malformed', '/visibility');
    expectRefusal(await write(owner, 'a', { contact: 'ja' }), 400, 'malformed', '/contact');
    expectRefusal(await write(outside, 'a', { contact: true }), 403, 'forbidden');
    for (const upTo of [0, -1, 1.5, '1', 2 ** 31, null])
      expectRefusal(await owner.post(`${path}/messages/read`).send({ upTo }), 400, 'malformed', '/upTo');
    for (const query of ['limit=0', 'limit=101', 'after=x', 'order=up', 'cursor=x'])
      expectRefusal(await owner.get(`${path}/messages?${query}`), 400, 'malformed');
    expect((await written(owner, 'a'.repeat(4000))).text).toHaveLength(4000);
  });

  it('of a national identity number is refused with what to do instead, and is nowhere afterwards', async () => {
    for (const answer of [
      await write(owner, `Gjelder ${VALID_NUMBER}.`),
      await write(outside, '010107-50160'),
      await note(owner, `fnr${VALID_NUMBER}`),
    ]) {
      expectRefusal(answer, 400, 'sensitive-number', '/text');
      expect((answer.body as { detail: string }).detail).toMatch(/^Teksten har et fødselsnummer\. Ta det bort/);
      expect(answer.text).not.toContain('50160');
    }
    expect(await columnsContaining(api.dataSource, ['50160'])).toEqual([]);
  });

  it('of a national identity number is refused in every other private text too, and at the place where it stands', async () => {
    const data = { note: `Møtte ${VALID_NUMBER}` };
    const commands: [object, string][] = [
      [{ type: 'changeContact', contact: OWNER, note: VALID_NUMBER }, '/note'],
      [{ type: 'registerFact', fact: 'meetingHeld', data }, '/data/note'],
      [{ type: 'withdraw', reason: `a ${VALID_NUMBER} b` }, '/reason'],
    ];
    for (const [body, pointer] of commands)
      for (const query of ['', '?dryRun=true'])
        expectRefusal(await owner.post(`${path}/commands${query}`).send(body), 400, 'sensitive-number', pointer);
    const opening = { title: 'Behov', description: `For ${VALID_NUMBER}` };
    expectRefusal(await owner.post('/api/v1/collaborations').send(opening), 400, 'sensitive-number', '/description');
    const enquiry = { ...enquiryBody, title: `Tur (${VALID_NUMBER})` };
    expectRefusal(await api.anonymous.post('/api/v1/enquiries').send(enquiry), 400, 'sensitive-number', '/title');
    expect(await columnsContaining(api.dataSource, ['50160'])).toEqual([]);
    await written(owner, 'Konto 1234 56 78903, tlf 987 65 123');
  });
});

describe('the words', () => {
  it('are in their tables alone: not in Temporal, and not in the log', async () => {
    if (!api.temporal) throw new Error('this needs a Temporal');
    await write(owner, 'Zyxwerthmelding').expect(201);
    await note(owner, 'Zyxwerthnotat').expect(201);
    expectRefusal(await write(owner, 'Zyxwerth '.repeat(800)), 400, 'malformed');
    expect(await columnsContaining(api.dataSource, ['Zyxwerth'])).toEqual(['message.body', 'note.body']);
    await submit(owner, { type: 'nameDeputy', deputy: 'leder.helse' });
    const stored = await textInTemporal(api.temporal);
    expect(stored).toContain('leder.helse');
    expect(stored).not.toContain('Zyxwerth');
    expect(lines.join('')).toContain('messages');
    expect(lines.join('')).not.toContain('Zyxwerth');
  });
});

describe('a closed case', () => {
  it('is read, and takes no message: it says whom to ring', async () => {
    const key = 'før-lukking'.replace('ø', 'o');
    const before = await written(outside, 'Siste ord', {}, key);
    await submit(owner, { type: 'withdraw', reason: 'Ikke aktuelt lenger.' });
    const { name, phone } = ((await outside.get(path).expect(200)).body as CaseView).contact;
    for (const agent of [outside, owner]) {
      const answer = await write(agent, 'Enda et ord');
      expectRefusal(answer, 409, 'already-closed');
      expect(answer.body).toMatchObject({ contact: { name, phone: phone ?? null } });
      expect((answer.body as { detail: string }).detail).toContain(name);
    }
    expect((await messagesFor(outside)).at(-1)).toMatchObject({ id: before.id });
    expect((await written(outside, 'Siste ord', {}, key)).id).toBe(before.id);
    await read(owner, before.n).expect(200);
    await note(owner, 'Avsluttet etter samtale.').expect(201);
  });
});
