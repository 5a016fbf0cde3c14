import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchResult } from '#contracts/http/cases/search.js';
import { rebuildViews } from '#store/cases/views/rebuild-views.js';
import { startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { columnsContaining } from '#support/stored-text.js';
import type { Agent } from '#support/test-api.js';

let talk: Conversation;
beforeAll(async () => {
  talk = await startConversation();
  const { owner, outside, note, written } = talk;
  await note(owner, 'Oppfølgingstjenesten ringte saksbehandlerne om Etterbarnevernet.').expect(201);
  await note(owner, 'Barna møtte mentoren på biblioteket.', { visibility: 'SHARED' }).expect(201);
  await written(outside, 'Vi trenger oppfølging av mentor før sommeren.');
}, 180_000);
afterAll(() => talk.api.close());

const get = (agent: Agent, query: Record<string, string | number>) => agent.get('/api/v1/search').query(query);
const found = async (agent: Agent, q: string, more: Record<string, string> = {}): Promise<SearchResult['items']> =>
  ((await get(agent, { q, ...more }).expect(200)).body as SearchResult).items;
/** The hits in the case with what they mark. */
const shown = async (agent: Agent, q: string, more: Record<string, string> = {}): Promise<string[]> =>
  (await found(agent, q, more)).flatMap(({ collaboration, hits }) =>
    (collaboration.id === talk.id ? hits : []).map(({ source, excerpt: { text, marks } }) =>
      [source, ...marks.map(({ from, to }) => text.slice(from, to))].join(' '),
    ),
  );

describe('a search', () => {
  it.each([
    ['oppfølging', ['MESSAGE oppfølging', 'NOTE Oppfølging']],
    ['saksbehandler', ['NOTE saksbehandler']],
    ['barnevern', ['NOTE barnevern']],
    ['barnets', ['NOTE Barna']],
    ['MENTOR', ['MESSAGE mentor', 'NOTE mentor']],
    ['mentorer bibliotek', ['NOTE mentoren bibliotek']],
    ['te', ['CASE te', 'NOTE te te', 'NOTE te te te']],
    ['turgruppa', ['CASE Turgruppe turgrupper']],
    ['nabobenken', ['CASE Nabobenken']],
  ])('for %j finds the word where it stands, and those with its stem', async (q, expected) => {
    const hits = await shown(talk.owner, q);
    expect(hits).toEqual(expected);
    expect(await shown(talk.owner, q.normalize('NFD'))).toEqual(hits);
  });

  it('finds all the words in one text, or nothing', async () => {
    expect(await shown(talk.owner, 'oppfølging sommeren')).toEqual(['MESSAGE oppfølging sommeren']);
    expect(await shown(talk.owner, 'sommeren biblioteket')).toEqual([]);
    expect(await shown(talk.owner, 'finnesikke')).toEqual([]);
  });

  it('says which case it is, what each hit is and who sees it, and counts those that it does not show', async () => {
    const { owner, id, note } = talk;
    const [item] = await found(owner, 'oppfølging');
    expect(item).toMatchObject({
      collaboration: { id, title: 'Turgruppe for eldre', phase: 'FIRST_CONTACT', state: 'OPEN' },
      hits: [
        { source: 'MESSAGE', seenBy: 'BOTH' },
        { source: 'NOTE', seenBy: 'MUNICIPALITY' },
      ],
      more: 0,
    });
    for (let n = 0; n < 5; n += 1) await note(owner, `Telleverket ${n}`).expect(201);
    const [counted] = await found(owner, 'telleverk');
    expect([counted?.hits.length, counted?.more]).toEqual([3, 2]);
  });

  it('finds for the entrepreneur what is shared in her cases, and nothing for another', async () => {
    const { outside, other } = talk;
    expect(await shown(outside, 'oppfølging')).toEqual(['MESSAGE oppfølging']);
    expect(await shown(outside, 'saksbehandler')).toEqual([]);
    expect(await shown(outside, 'barna')).toEqual(['NOTE Barna']);
    expect(await found(other, 'oppfølging')).toEqual([]);
    const [own, ...more] = await found(other, 'turgruppe');
    expect([own?.collaboration.id === talk.id, more]).toEqual([false, []]);
    expectRefusal(await get(talk.api.anonymous, { q: 'oppfølging' }), 401, 'signed-out');
  });

  it('can be of one kind of text, and is read page by page', async () => {
    const { owner } = talk;
    expect(await shown(owner, 'oppfølging', { source: 'NOTE' })).toEqual(['NOTE Oppfølging']);
    const everybody = await talk.api.signInAs('kommunedirektor');
    const all = (await found(everybody, 'turgruppe')).map(({ collaboration }) => collaboration.id);
    const first = (await get(everybody, { q: 'turgruppe', limit: 1 }).expect(200)).body as SearchResult;
    const second = (await get(everybody, { q: 'turgruppe', limit: 1, after: first.next ?? '' }).expect(200))
      .body as SearchResult;
    expect([...first.items, ...second.items].map(({ collaboration }) => collaboration.id)).toEqual(all);
    expect([all.length, second.next]).toEqual([2, null]);
    expectRefusal(await get(everybody, { q: 'turgrupper', after: first.next ?? '' }), 400, 'malformed', '/cursor');
  });

  it('refuses what is no search, and a national identity number', async () => {
    const { owner } = talk;
    for (const q of ['', ' ', 'x', 'å i', '%', '__', '👍', 'x'.repeat(201)])
      expectRefusal(await get(owner, { q }), 400, 'malformed');
    expectRefusal(await get(owner, {}), 400, 'malformed');
    expectRefusal(await get(owner, { q: 'ja', source: 'TEXT' }), 400, 'malformed');
    expectRefusal(await get(owner, { q: 'ja', why: '1' }), 400, 'malformed');
    expectRefusal(await get(owner, { q: '010107 50160' }), 400, 'sensitive-number', '/q');
    for (const q of [`ab' OR '1'='1`, 'ab:* | cd', '\\ab', 'a_b%cd', 'ord '.repeat(50)])
      await get(owner, { q }).expect(200);
  });

  it('of a sensitive case is in the audit log', async () => {
    const { owner, api, id } = talk;
    const officer = await api.signInAs('personvern');
    await officer.put(`/api/v1/collaborations/${id}/sensitivity`).send({ sensitive: true }).expect(200);
    await found(owner, 'telleverk');
    await found(owner, 'finnesikke');
    const rows = await api.dataSource.query(
      `SELECT by, case_id FROM audit_entry WHERE kind = 'sensitiveRead' AND detail->>'route' = 'GET /api/v1/search'`,
    );
    expect(rows).toEqual([{ by: 'saksbehandler.helse', case_id: id }]);
  });

  it('finds after a rebuild what it found before', async () => {
    const { owner, api, id } = talk;
    const before = await found(owner, 'oppfølging');
    await api.dataSource.query('DELETE FROM search_text WHERE case_id = $1', [id]);
    expect(await found(owner, 'oppfølging')).toEqual([]);
    await rebuildViews(api.dataSource, id);
    expect(await found(owner, 'oppfølging')).toEqual(before);
    expect(await shown(owner, 'nabobenken')).toEqual(['CASE Nabobenken']);
  });
});

describe('an erased person', () => {
  it('is found no more, and their name is in no word that is searched', async () => {
    const { owner, api, note } = talk;
    await api.dataSource.query(`UPDATE person SET name = 'Kari Zwergovic' WHERE id = 'p-kari'`);
    await note(owner, 'Ring Kari Zwergovic om lokalet.').expect(201);
    await note(owner, 'Zwergovic er også en slekt.').expect(201);
    expect(await shown(owner, 'zwergovic')).toEqual(['NOTE Zwergovic', 'NOTE Zwergovic']);
    const erasure = async () => {
      const officer = await api.signInAs('personvern');
      return (await officer.post('/api/v1/people/p-kari/erasure').send({ dryRun: false }).expect(200)).body as unknown;
    };
    await erasure();
    // The family name alone stays: too many people share one.
    expect(await shown(owner, 'zwergovic')).toEqual(['NOTE Zwergovic']);
    expect(await shown(owner, 'lokalet')).toEqual(['NOTE lokalet']);
    // A word that is left over from something that is gone goes too.
    await api.dataSource.query(`DELETE FROM note WHERE body LIKE 'Zwergovic%'`);
    await api.dataSource.query(`DELETE FROM search_text WHERE text LIKE 'Zwergovic%'`);
    await api.dataSource.query(`UPDATE person SET name = 'Kari Zwergovic' WHERE id = 'p-kari'`);
    await erasure();
    expect(await columnsContaining(api.dataSource, ['zwergovic'])).toEqual([]);
  });
});
