import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { DocumentDetail } from '#contracts/http/cases/document.js';
import { caseDocuments, storeFile } from '#support/case-documents.js';
import type { CaseDocuments } from '#support/case-documents.js';
import { CONTACT, ENTREPRENEUR, OWNER, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { columnsContaining, textInTemporal } from '#support/stored-text.js';

/** What documents refuse, and where their words are. */
const VALID_NUMBER = '010107 50160';

const lines: string[] = [];
let world: Conversation;
let papers: CaseDocuments;
let given: { readonly file: string; readonly title: string; readonly kind: string };
let document: DocumentDetail;
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  world = await startConversation({ log });
  papers = caseDocuments(world);
  given = { file: await papers.uploaded(OWNER), title: 'Rapport', kind: 'REPORT' };
  document = await papers.added({ agent: world.owner, id: OWNER });
}, 180_000);
afterAll(() => world.api.close());

describe('wrong input', () => {
  it.each<[string, object, string]>([
    ['no file', { file: undefined }, '/file'],
    ['a file that is no id', { file: '../../etc/passwd' }, '/file'],
    ['a number as title', { title: 12 }, '/title'],
    ['a blank title', { title: ' \n ' }, '/title'],
    ['201 characters', { title: 'a'.repeat(201) }, '/title'],
    ['a title that turns the direction of writing', { title: 'fdp.\u202eexe' }, '/title'],
    ['NUL', { title: 'a\u0000' }, '/title'],
    ['an unknown kind', { kind: 'SCRIPT' }, '/kind'],
    ['the kind that only the case makes', { kind: 'DIALOGUE_LOG' }, '/kind'],
    ['an unknown visibility', { visibility: 'PUBLIC' }, '/visibility'],
    ['an unknown field', { owner: OWNER }, '/owner'],
  ])('of %s is refused', async (_, more, pointer) => {
    expectRefusal(await papers.add(world.owner, { ...given, ...more }), 400, 'malformed', pointer);
  });

  it('of other routes is refused', async () => {
    const { id } = document;
    expectRefusal(await papers.act(world.owner, id, 'versions', {}), 400, 'malformed', '/file');
    const long = { file: given.file, note: 'a'.repeat(4001) };
    expectRefusal(await papers.act(world.owner, id, 'versions', long), 400, 'malformed', '/note');
    for (const reason of [undefined, '', ' \n', 12, 'a'.repeat(4001)])
      expectRefusal(await papers.act(world.owner, id, 'withdraw', { reason }), 400, 'malformed', '/reason');
    expectRefusal(await papers.act(world.owner, id, 'share', { to: 'alle' }), 400, 'malformed', '/to');
    for (const query of ['limit=0', 'limit=101', 'after=x', 'order=up', 'kind=REPORT'])
      expectRefusal(await world.owner.get(`${world.path}/documents?${query}`), 400, 'malformed');
    for (const it of [randomUUID(), 'x', '1', "'; DROP TABLE document"])
      expectRefusal(await world.owner.get(`${world.path}/documents/${encodeURIComponent(it)}`), 404, 'not-found');
    expectRefusal(await papers.act(world.owner, randomUUID(), 'share'), 404, 'not-found');
  });

  it('of a file that is not the caller’s own finished upload to this case is refused', async () => {
    const elsewhere = await storeFile(world.api, { caseId: randomUUID(), by: OWNER });
    const files = [
      elsewhere,
      randomUUID(),
      await papers.uploaded(CONTACT),
      await papers.uploaded(ENTREPRENEUR),
      await papers.uploaded(OWNER, { state: 'REFUSED', code: 'file-type' }),
    ];
    for (const file of files) {
      expectRefusal(await papers.add(world.owner, { ...given, file }), 422, 'unknown-file', '/file');
      expectRefusal(await papers.act(world.owner, document.id, 'versions', { file }), 422, 'unknown-file', '/file');
    }
  });

  it('of a national identity number is refused, and is nowhere afterwards', async () => {
    const answers: [Awaited<ReturnType<CaseDocuments['add']>>, string][] = [
      [await papers.add(world.owner, { ...given, title: `Gjelder ${VALID_NUMBER}` }), '/title'],
      [await papers.act(world.owner, document.id, 'versions', { file: given.file, note: VALID_NUMBER }), '/note'],
      [await papers.act(world.owner, document.id, 'withdraw', { reason: VALID_NUMBER }), '/reason'],
    ];
    for (const [answer, pointer] of answers) expectRefusal(answer, 400, 'sensitive-number', pointer);
    expect(await columnsContaining(world.api.dataSource, [VALID_NUMBER])).toEqual([]);
  });

  it('is stored alike whichever keyboard wrote it', async () => {
    const title = 'Blåbær, økter og Ås';
    const { title: stored } = await papers.added({ agent: world.owner, id: OWNER }, { title: title.normalize('NFD') });
    expect(stored).toBe(title);
  });
});

describe('the words', () => {
  it('are in their tables and those of the search alone: not in Temporal, and not in the log', async () => {
    if (!world.api.temporal) throw new Error('this needs a Temporal');
    const { id } = await papers.added({ agent: world.owner, id: OWNER }, { title: 'Zyxwerthtittel' });
    const file = await papers.uploaded(OWNER);
    await papers.act(world.owner, id, 'versions', { file, note: 'Zyxwerthversjon' }).expect(201);
    await papers.act(world.owner, id, 'withdraw', { reason: 'Zyxwerthgrunn' }).expect(200);
    // The search has them too, as soon as it has come to them.
    const places = await columnsContaining(world.api.dataSource, ['Zyxwerth']);
    expect(places.filter((place) => !place.startsWith('search_'))).toEqual([
      'document.title',
      'document.withdrawn_reason',
      'document_version.note',
    ]);
    await world.submit(world.owner, { type: 'nameDeputy', deputy: 'leder.helse' });
    expect(await textInTemporal(world.api.temporal)).not.toContain('Zyxwerth');
    expect(lines.join('')).toContain('documents');
    expect(lines.join('')).not.toContain('Zyxwerth');
  });
});
