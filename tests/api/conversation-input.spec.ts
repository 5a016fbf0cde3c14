import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { OWNER, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { columnsContaining, textInTemporal } from '#support/stored-text.js';
import { enquiryBody } from '#support/test-api.js';
import type { Agent } from '#support/test-api.js';

/** What notes and messages refuse, and where their words are. */
const VALID_NUMBER = '010107 50160';
const WRITTEN = [VALID_NUMBER, '010107-50160', '01010750160'];

const lines: string[] = [];
let api: Conversation['api'];
let path: string;
let owner: Agent;
let outside: Agent;
let submit: Conversation['submit'];
let write: Conversation['write'];
let written: Conversation['written'];
let note: Conversation['note'];
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  ({ api, path, owner, outside, submit, write, written, note } = await startConversation({ log }));
}, 180_000);
afterAll(() => api.close());

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
    expect(await columnsContaining(api.dataSource, WRITTEN)).toEqual([]);
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
    expect(await columnsContaining(api.dataSource, WRITTEN)).toEqual([]);
    await written(owner, 'Konto 1234 56 78903, tlf 987 65 123');
  });
});

describe('the words', () => {
  it('are in their tables alone: not in Temporal, and not in the log', async () => {
    if (!api.temporal) throw new Error('this needs a Temporal');
    await write(owner, 'Zyxwerthmelding').expect(201);
    await note(owner, 'Zyxwerthnotat').expect(201);
    expectRefusal(await write(owner, 'Zyxwerth '.repeat(800)), 400, 'malformed');
    expect(await columnsContaining(api.dataSource, ['Zyxwerth'])).toEqual([
      'message.body',
      'note.body',
      'search_text.text',
      'search_text.words',
      'search_word.word',
    ]);
    await submit(owner, { type: 'nameDeputy', deputy: 'leder.helse' });
    const stored = await textInTemporal(api.temporal);
    expect(stored).toContain('leder.helse');
    expect(stored).not.toContain('Zyxwerth');
    expect(lines.join('')).toContain('messages');
    expect(lines.join('')).not.toContain('Zyxwerth');
  });
});
