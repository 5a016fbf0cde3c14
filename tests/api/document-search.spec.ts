import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DocumentTextsService } from '#api/cases/search/document-texts.service.js';
import type { SearchResult } from '#contracts/http/cases/search.js';
import { rebuildViews } from '#store/cases/views/rebuild-views.js';
import { caseDocuments } from '#support/case-documents.js';
import type { CaseDocuments, StoredFile } from '#support/case-documents.js';
import { ENTREPRENEUR, OWNER, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { OFFICE_TYPES, officeFileSaying, pdfSaying, wordFileSaying, WORD_TYPE } from '#support/readable-files.js';
import type { Agent } from '#support/test-api.js';

let talk: Conversation;
let papers: CaseDocuments;
let owner: { readonly agent: Agent; readonly id: string };
beforeAll(async () => {
  talk = await startConversation();
  papers = caseDocuments(talk);
  owner = { agent: talk.owner, id: OWNER };
}, 180_000);
afterAll(() => talk.api.close());

/** The program reads by itself; here until nothing waits, so that the test need not. */
async function readAll(): Promise<void> {
  const service = talk.api.app.get(DocumentTextsService);
  while (await service.readNext());
}

const found = async (agent: Agent, q: string): Promise<string[]> => {
  const { body } = await agent.get('/api/v1/search').query({ q }).expect(200);
  return (body as SearchResult).items.flatMap(({ hits }) =>
    hits.map(({ source, excerpt: { text, marks } }) =>
      [source, ...marks.map(({ from, to }) => text.slice(from, to))].join(' '),
    ),
  );
};

const file = (content: Uint8Array, type: string): Omit<StoredFile, 'caseId' | 'by'> => ({
  content: Buffer.from(content),
  type,
});

describe('what a document says', () => {
  it('is found in PDF, Word and plain text when it is read, and the title at once', async () => {
    await papers.added(
      owner,
      { title: 'Notat om svømmehallen' },
      file(pdfSaying('Etterbarnevernet deltar.'), 'application/pdf'),
    );
    await papers.added(owner, {}, file(await wordFileSaying('Oppfølgingstjenesten bidrar.'), WORD_TYPE));
    await papers.added(owner, {}, file(Buffer.from('saksbehandlerne;12'), 'text/csv'));
    for (const [n, type] of OFFICE_TYPES.entries())
      await papers.added(owner, {}, file(await officeFileSaying(type, `Kontortekst${n} om regneark`), type));
    expect(await found(talk.owner, 'svømmehall')).toEqual(['DOCUMENT svømmehall']);
    await readAll();
    expect(await found(talk.owner, 'barnevern')).toEqual(['DOCUMENT barnevern']);
    expect(await found(talk.owner, 'oppfølging')).toEqual(['DOCUMENT Oppfølging']);
    expect(await found(talk.owner, 'saksbehandler 12')).toEqual(['DOCUMENT saksbehandler 12']);
    for (const n of OFFICE_TYPES.keys())
      expect(await found(talk.owner, `kontortekst${n}`)).toEqual([`DOCUMENT Kontortekst${n}`]);
    expect(await found(talk.owner, 'svømmehallen deltar')).toEqual(['DOCUMENT svømmehallen deltar']);
    expect(await found(talk.outside, 'barnevern')).toEqual([]);
  });

  it('is found by the entrepreneur from when it is shared, and by nobody when it is withdrawn', async () => {
    const { id } = await papers.added(owner, {}, file(Buffer.from('Kystlinjen'), 'text/plain'));
    await readAll();
    expect(await found(talk.outside, 'kystlinje')).toEqual([]);
    await papers.act(talk.owner, id, 'share').expect(200);
    expect(await found(talk.outside, 'kystlinje')).toEqual(['DOCUMENT Kystlinje']);
    await papers.act(talk.owner, id, 'withdraw', { reason: 'Feil fil' }).expect(200);
    for (const agent of [talk.owner, talk.outside]) expect(await found(agent, 'kystlinje')).toEqual([]);
  });

  it('is what the newest version says', async () => {
    const { id } = await papers.added(owner, {}, file(Buffer.from('Gammelord'), 'text/plain'));
    await readAll();
    const newer = await papers.uploaded(OWNER, file(Buffer.from('Nyord'), 'text/plain'));
    await papers.act(talk.owner, id, 'versions', { file: newer }).expect(201);
    await readAll();
    expect([await found(talk.owner, 'gammelord'), await found(talk.owner, 'nyord')]).toEqual([[], ['DOCUMENT Nyord']]);
  });

  it('is not looked for in what cannot be read, which is found by its title', async () => {
    const entrepreneur = { agent: talk.outside, id: ENTREPRENEUR };
    await papers.added(entrepreneur, { title: 'Ødelagtfil' }, file(Buffer.from('%PDF-1.7 tull'), 'application/pdf'));
    await papers.added(
      entrepreneur,
      { title: 'Låstfil' },
      { ...file(pdfSaying('Lukketord'), 'application/pdf'), encrypted: true },
    );
    await readAll();
    expect(await found(talk.owner, 'ødelagt')).toEqual(['DOCUMENT Ødelagt']);
    expect([await found(talk.owner, 'låst'), await found(talk.owner, 'lukketord')]).toEqual([['DOCUMENT Låst'], []]);
  });

  it('is read again after a rebuild, and once where a program died while it read', async () => {
    const { api, id } = talk;
    await rebuildViews(api.dataSource, id);
    expect(await found(talk.owner, 'barnevern')).toEqual([]);
    await api.dataSource.query('UPDATE search_text SET claimed_at = now() WHERE pending IS NOT NULL');
    await readAll();
    expect(await found(talk.owner, 'barnevern')).toEqual([]);
    await api.dataSource.query(
      "UPDATE search_text SET claimed_at = now() - interval '6 minutes' WHERE pending IS NOT NULL",
    );
    await readAll();
    expect(await found(talk.owner, 'barnevern')).toEqual(['DOCUMENT barnevern']);
    expect(await found(talk.owner, 'kystlinje')).toEqual([]);
  });
});
