import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseVersionsService } from '#api/shared/case-versions.service.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { MessageView } from '#contracts/http/cases/message.js';
import type { NoteView } from '#contracts/http/cases/note.js';
import { CONTACT, ENTREPRENEUR, OWNER, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { eventually } from '#support/eventually.js';
import { expectRefusal } from '#support/expect-refusal.js';
import type { Agent } from '#support/test-api.js';

/** What the municipality and an entrepreneur write to each other on a case, and what the municipality notes for itself. */
let api: Conversation['api'];
let id: string;
let path: string;
let owner: Agent;
let contact: Agent;
let outside: Agent;
let other: Agent;
let submit: Conversation['submit'];
let write: Conversation['write'];
let written: Conversation['written'];
let note: Conversation['note'];
let read: Conversation['read'];
beforeAll(async () => {
  ({ api, id, path, owner, contact, outside, other, submit, write, written, note, read } = await startConversation());
}, 180_000);
afterAll(() => api.close());

const messagesFor = async (agent: Agent, query = ''): Promise<readonly MessageView[]> =>
  ((await agent.get(`${path}/messages${query}`).expect(200)).body as { items: MessageView[] }).items;
const notesFor = async (agent: Agent): Promise<readonly NoteView[]> =>
  ((await agent.get(`${path}/notes`).expect(200)).body as { items: NoteView[] }).items;
const unreadFor = async (agent: Agent) => ((await agent.get(path).expect(200)).body as CaseView).unread?.messages;

/** The letters about a message, by whom they are to. */
async function lettersOf({ n }: MessageView): Promise<readonly string[]> {
  const rows = await api.dataSource.query<{ slot: string }[]>(
    `SELECT slot FROM outbox_message WHERE kind = 'messageSent' AND template = 'messageSent' AND seq = $1 ORDER BY slot`,
    [n],
  );
  return rows.map(({ slot }) => slot);
}

/** How many connections to this database wait for another transaction to end. */
const waitingForLocks = async (): Promise<number> => {
  const waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  return (await api.dataSource.query<unknown[]>(waiting)).length;
};

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
    expect(shown.filter((it) => 'n' in it)).toEqual([]);
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

describe('a closed case', () => {
  it('takes no message that was on its way when it closed', async () => {
    const setClosed = `UPDATE collaboration SET body = body || '{"closedAt": "2027-02-01T08:00:00.000Z"}' WHERE id = $1`;
    const { onItsWay } = await api.dataSource.transaction(async (manager) => {
      await manager.query(setClosed, [id]);
      const sent = write(outside, 'Rett før').then((it) => it);
      await eventually(async () => expect(await waitingForLocks()).toBe(1));
      return { onItsWay: sent };
    });
    expectRefusal(await onItsWay, 409, 'already-closed');
    await api.dataSource.query(`UPDATE collaboration SET body = body - 'closedAt' WHERE id = $1`, [id]);
  });

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
