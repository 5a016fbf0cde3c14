import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parse } from 'csv-parse/sync';
import type { DocumentView } from '#contracts/http/cases/document.js';
import type { HandoverDetail } from '#contracts/http/cases/handover.js';
import { DialogueLogsService } from '#api/cases/dialogue/dialogue-logs.service.js';
import { findCase } from '#store/cases/lists/find-case.js';
import { caseDocuments } from '#support/case-documents.js';
import type { CaseDocuments } from '#support/case-documents.js';
import { OWNER, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { expectRefusal } from '#support/expect-refusal.js';
import type { Agent } from '#support/test-api.js';

/** Every contact with a possible supplier, as a document that people and their screen readers can read. */
const RECEIVER = 'saksbehandler.nav';
const BUYER = 'innkjoper';
/** More than a page, with letters of another script. */
const LONG = `Ирина ${'spurte om mye. '.repeat(260)}Slutt på spørsmålene.`;

let world: Conversation;
let papers: CaseDocuments;
beforeAll(async () => {
  world = await startConversation();
  papers = caseDocuments(world);
  const { submit, owner, outside, written } = world;
  const facts: [string, string, object][] = [
    ['dialogueLogged', '2027-01-29', { summary: '=HYPERLINK("http://ond.example")' }],
    ['contactMade', '2027-01-27', { note: 'Ringte Åse Økland.' }],
  ];
  for (const [fact, on, data] of facts) await submit(owner, { type: 'registerFact', fact, on, data });
  const held = { template: 'CLARIFICATION', on: '2027-01-28', present: [{ person: OWNER }, { entrepreneur: true }] };
  await submit(owner, { type: 'holdMeeting', ...held, summary: 'Gikk gjennom behovet.', nextSteps: [] });
  await written(owner, 'Når passer det å møtes?', { contact: true });
  await written(owner, 'Takk for sist.');
  await written(outside, 'Tirsdag.');
  await written(owner, LONG, { contact: true });
}, 180_000);
afterAll(() => world.api.close());

const logAs = (agent: Agent, format: string) =>
  agent
    .get(`${world.path}/dialogue-log?format=${format}`)
    .buffer(true)
    .parse((answer, done) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => void chunks.push(chunk));
      answer.on('end', () => done(null, Buffer.concat(chunks)));
    });

interface StructNode {
  readonly role?: string;
  readonly children?: readonly StructNode[];
}

/** What the structure of a tagged PDF says, and its words. */
async function readPdf(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, n) => pdf.getPage(n + 1)));
  const rolesIn = ({ role, children = [] }: StructNode): string[] => [
    ...(role === undefined ? [] : [role]),
    ...children.flatMap(rolesIn),
  ];
  // Each page gives the structure of the whole document.
  const tree = await pages[0]?.getStructTree();
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  const { info } = (await pdf.getMetadata()) as unknown as { info: { Title: string; Language: string } };
  return {
    info,
    marked: (await pdf.getMarkInfo())?.Marked,
    roles: rolesIn(tree as StructNode),
    words: texts
      .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
      .join(' ')
      .replace(/\s+/g, ' '),
  };
}

describe('the dialogue log', () => {
  it('has every contact, the oldest first, and nothing else', async () => {
    const answer = await logAs(world.owner, 'csv').expect(200);
    const csv = String(answer.body);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const rows = parse(csv, { bom: true, delimiter: ';' });
    expect(rows).toEqual([
      ['Dato', 'Hvem', 'Hvordan', 'Hva'],
      ['2027-01-27', expect.any(String), 'Tatt kontakt', 'Ringte Åse Økland.'],
      ['2027-01-28', expect.stringMatching(/, Entreprenøren$/), 'Avklaringsmøte', 'Gikk gjennom behovet.'],
      ['2027-01-29', expect.any(String), 'Dialog loggført', `'=HYPERLINK("http://ond.example")`],
      ['2027-02-01', expect.any(String), 'Melding', 'Når passer det å møtes?'],
      ['2027-02-01', expect.any(String), 'Melding', LONG],
    ]);
  });

  it('is a PDF that a screen reader can read: language, title, heading, and a table with its header', async () => {
    const answer = await logAs(world.owner, 'pdf').expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(String(answer.body)).toContain('/StructTreeRoot');
    const { info, marked, roles, words } = await readPdf(answer.body as Buffer);
    expect([info.Language, marked, info.Title]).toEqual(['nb-NO', true, expect.stringMatching(/^Dialoglogg for sak /)]);
    const count = (wanted: string): number => roles.filter((role) => role === wanted).length;
    expect(roles.slice(0, 3)).toEqual(['Root', 'Document', 'H1']);
    expect(['Table', 'TR', 'TH', 'TD'].map(count)).toEqual([1, 8, 4, 28]);
    for (const text of [
      '28. januar 2027',
      'Ringte Åse Økland.',
      'Gikk gjennom behovet.',
      '5 kontakter',
      'Ирина spurte',
      'Melding (fortsatt)',
    ])
      expect(words).toContain(text);
    expect(words.match(/spurte/g)).toHaveLength(260);
    expect(words).toContain('Slutt på spørsmålene.');
    expect(words).not.toContain('Takk for sist');
  });

  it('is for those who work on the case', async () => {
    for (const format of ['pdf', 'csv'])
      expectRefusal(await world.outside.get(`${world.path}/dialogue-log?format=${format}`), 403, 'forbidden');
    expectRefusal(await world.other.get(`${world.path}/dialogue-log`), 404, 'not-found');
    for (const query of ['format=docx', 'x=1'])
      expectRefusal(await world.owner.get(`${world.path}/dialogue-log?${query}`), 400, 'malformed');
  });
});

const draft = (unit: string, person: string, sections: object) => ({
  type: 'draftHandover',
  purpose: 'TRANSFER',
  receivers: [{ unit, person }],
  package: { firstStep: 'Ring entreprenøren.', ...sections },
});
const attachedTo = async (agent: Agent, handover: string): Promise<HandoverDetail['attachments']> =>
  ((await agent.get(`${world.path}/handovers/${handover}`).expect(200)).body as HandoverDetail).attachments;
const logsOf = async (agent: Agent): Promise<readonly DocumentView[]> =>
  (await papers.listed(agent, '?limit=100')).filter(({ kind }) => kind === 'DIALOGUE_LOG');

describe('a handover', () => {
  it('has the log attached by itself, once, when the dialogue is handed over', async () => {
    await world.submit(world.owner, draft('nav', RECEIVER, { dialogue: ['Møte i januar.'] }));
    expect(await attachedTo(world.owner, 'h1')).toEqual([]);
    await world.submit(world.owner, { type: 'sendHandover' });
    const receiver = await world.api.signInAs(RECEIVER);
    const [first] = await logsOf(receiver);
    expect(first).toMatchObject({ kind: 'DIALOGUE_LOG', visibility: 'INTERNAL', by: { id: OWNER }, versions: 1 });
    expect(await attachedTo(receiver, 'h1')).toMatchObject([{ id: first?.id }]);
    const { body } = await receiver
      .get(first?.latest.content ?? '')
      .buffer(true)
      .expect(200);
    expect(String(body)).toContain('%PDF-1.7');
    expect(await logsOf(world.outside)).toEqual([]);

    // One that was never made is made when it is read, and by many at once only once.
    await world.api.dataSource.query('DELETE FROM document_version WHERE document_id = $1', [first?.id]);
    await world.api.dataSource.query('DELETE FROM document WHERE id = $1', [first?.id]);
    const all = await Promise.all([1, 2, 3].map(() => attachedTo(receiver, 'h1')));
    expect(new Set(all.map(([it]) => it?.id)).size).toBe(1);
    expect(await logsOf(receiver)).toHaveLength(1);
    const stored = await findCase(world.api.dataSource.manager, world.id);
    if (stored) await world.api.app.get(DialogueLogsService).attachToNewest(stored);
    expect(await logsOf(receiver)).toHaveLength(1);
  });

  it('has none where the sender says that there is no dialogue, but for whoever is to buy', async () => {
    const none = { dialogue: { none: 'Ingen dialog.' } };
    await world.submit(world.owner, { type: 'withdrawHandover', reason: 'Feil mottaker.' });
    await world.submit(world.owner, draft('nav', RECEIVER, none));
    await world.submit(world.owner, { type: 'sendHandover' });
    expect(await attachedTo(world.owner, 'h2')).toEqual([]);
    await world.submit(world.owner, { type: 'withdrawHandover', reason: 'Feil mottaker.' });
    await world.submit(world.owner, draft('innkjop', BUYER, none));
    await world.submit(world.owner, { type: 'sendHandover' });
    expect(await attachedTo(await world.api.signInAs(BUYER), 'h3')).toMatchObject([{ kind: 'DIALOGUE_LOG' }]);
  });
});
