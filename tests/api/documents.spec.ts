import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseVersionsService } from '#api/shared/case-versions.service.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { DocumentDetail } from '#contracts/http/cases/document.js';
import { caseDocuments } from '#support/case-documents.js';
import type { CaseDocuments } from '#support/case-documents.js';
import { CONTACT, ENTREPRENEUR, OTHER, OWNER, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { eventually } from '#support/eventually.js';
import { expectRefusal } from '#support/expect-refusal.js';
import type { Agent } from '#support/test-api.js';

/** The papers of a case: who brings them, who sees them, new versions, sharing and withdrawal. */
let world: Conversation;
let papers: CaseDocuments;
let owner: { readonly agent: Agent; readonly id: string };
let contact: typeof owner;
let outside: typeof owner;
beforeAll(async () => {
  world = await startConversation();
  papers = caseDocuments(world);
  owner = { agent: world.owner, id: OWNER };
  contact = { agent: world.contact, id: CONTACT };
  outside = { agent: world.outside, id: ENTREPRENEUR };
}, 180_000);
afterAll(() => world.api.close());

const titlesFor = async ({ agent }: typeof owner) => (await papers.listed(agent)).map(({ title }) => title);
const countFor = async ({ agent }: typeof owner) =>
  ((await agent.get(world.path).expect(200)).body as CaseView).documents.count;
/** Whom the letters of documents are to, in the order of the versions. */
const letters = async (): Promise<readonly string[]> => {
  const sql = `SELECT seq || ' ' || slot AS told FROM outbox_message WHERE kind = 'documentShared' ORDER BY seq, slot`;
  return (await world.api.dataSource.query<{ told: string }[]>(sql)).map(({ told }) => told);
};

describe('the documents of a case', () => {
  it('are told step by step, as each side sees them', async () => {
    // The owner adds one for the municipality: nobody outside sees it or is told.
    const memo = await papers.added(owner, { title: 'Vurdering', kind: 'MEMO' });
    expect(memo).toMatchObject({
      ...{ title: 'Vurdering', kind: 'MEMO', visibility: 'INTERNAL', seenBy: 'MUNICIPALITY', from: 'STAFF' },
      ...{ by: { id: OWNER }, versions: 1, withdrawn: null, history: [{ v: 1 }] },
      latest: { v: 1, file: { name: 'rapport.pdf', type: 'application/pdf', scan: 'NOT_SCANNED', encrypted: false } },
    });
    expect('n' in memo).toBe(false);
    expect([await titlesFor(outside), await countFor(outside), await countFor(contact)]).toEqual([[], 0, 1]);
    expectRefusal(await outside.agent.get(`${world.path}/documents/${memo.id}`), 404, 'not-found');
    expect(await letters()).toEqual([]);

    // A colleague adds one for both: the entrepreneur is told.
    const plan = await papers.added(contact, { title: 'Plan', kind: 'PLAN', visibility: 'SHARED' });
    expect(plan).toMatchObject({ seenBy: 'BOTH', by: { id: CONTACT } });
    expect(await letters()).toEqual(['2 entrepreneur']);
    expect([await titlesFor(outside), await titlesFor(owner)]).toEqual([['Plan'], ['Vurdering', 'Plan']]);

    // She adds a photo: both see it, the contact and the owner are told.
    const photo = await papers.added(
      outside,
      { title: 'Benken', kind: 'PHOTO' },
      { name: 'benk.jpg', type: 'image/jpeg' },
    );
    expect(photo).toMatchObject({ visibility: 'SHARED', from: 'ENTREPRENEUR', by: { id: ENTREPRENEUR } });
    expect(await letters()).toEqual(['2 entrepreneur', '3 contact', '3 owner']);

    // A new version of the plan: what is new is said, and she is told.
    const file = await papers.uploaded(CONTACT, { name: 'plan 2.pdf' });
    const renewed = await papers.act(contact.agent, plan.id, 'versions', { file, note: 'Ny framdrift' }).expect(201);
    expect(renewed.body).toMatchObject({
      versions: 2,
      latest: { v: 2, note: 'Ny framdrift', file: { name: 'plan 2.pdf' } },
      history: [{ v: 1 }, { v: 2 }],
    });
    expect((await letters()).at(-1)).toBe('4 entrepreneur');

    // The memo is shared after all. Once more changes nothing and tells nobody.
    for (const _ of [1, 2]) {
      const { body } = await papers.act(owner.agent, memo.id, 'share').expect(200);
      expect(body).toMatchObject({ visibility: 'SHARED', seenBy: 'BOTH' });
    }
    expect(await letters()).toEqual(['1 entrepreneur', '2 entrepreneur', '3 contact', '3 owner', '4 entrepreneur']);
    expect([await countFor(outside), await countFor(owner)]).toEqual([3, 3]);

    // It was the wrong one: it stays as a row that says who, when and why, and has no content.
    const { body } = await papers.act(owner.agent, memo.id, 'withdraw', { reason: 'Feil fil' }).expect(200);
    const withdrawn = { by: { id: OWNER }, at: expect.any(String), reason: 'Feil fil' };
    expect(body).toMatchObject({ withdrawn, latest: { content: null }, history: [{ content: null }] });
    const [first] = await papers.listed(outside.agent);
    expect(first).toMatchObject({ title: 'Vurdering', withdrawn, latest: { content: null } });
    expect([await countFor(outside), await countFor(owner)]).toEqual([2, 2]);
    const again = await papers.act(contact.agent, memo.id, 'withdraw', { reason: 'En annen grunn' }).expect(200);
    expect(again.body).toMatchObject({ withdrawn });
    const late = { file: await papers.uploaded(OWNER) };
    expectRefusal(await papers.act(owner.agent, memo.id, 'versions', late), 410, 'withdrawn');
    expectRefusal(await papers.act(owner.agent, memo.id, 'share'), 410, 'withdrawn');
  });

  it('are told of by letters that hold neither title nor name', async () => {
    const { body } = await outside.agent.get(`/api/v1/letters?collaboration=${world.id}`).expect(200);
    const told = (body.items as { kind: string }[]).filter(({ kind }) => kind === 'documentShared');
    expect(told.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toMatch(/Plan|plan 2|Vurdering/);
  });

  it('are paged in the order in which they came', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const { body } = await owner.agent.get(`${world.path}/documents?limit=1${after}`).expect(200);
      seen.push(...(body.items as DocumentDetail[]).map(({ title }) => title));
      next = body.next as string | null;
    }
    expect(seen).toEqual(['Vurdering', 'Plan', 'Benken']);
    expect((await papers.listed(owner.agent, '?order=desc&limit=1')).map(({ title }) => title)).toEqual(['Benken']);
  });

  it('are changed by the side that brought them; the municipality withdraws all', async () => {
    const [hers, ours] = [await papers.added(outside), await papers.added(owner, { visibility: 'SHARED' })];
    const body = async (by: string) => ({ file: await papers.uploaded(by) });
    expectRefusal(await papers.act(owner.agent, hers.id, 'versions', await body(OWNER)), 403, 'forbidden');
    expectRefusal(await papers.act(outside.agent, ours.id, 'versions', await body(ENTREPRENEUR)), 403, 'forbidden');
    await papers.act(outside.agent, hers.id, 'versions', await body(ENTREPRENEUR)).expect(201);
    expectRefusal(await papers.act(outside.agent, ours.id, 'share'), 403, 'forbidden');
    expectRefusal(await papers.act(outside.agent, ours.id, 'withdraw', { reason: 'Nei' }), 403, 'forbidden');
    await papers.act(owner.agent, hers.id, 'withdraw', { reason: 'Dobbelt' }).expect(200);
    const own = await papers.added(outside);
    await papers.act(outside.agent, own.id, 'withdraw', { reason: 'Feil bilde' }).expect(200);
  });

  it('of an entrepreneur are never internal', async () => {
    const file = await papers.uploaded(ENTREPRENEUR);
    const given = { file, title: 'Hemmelig', kind: 'OTHER', visibility: 'INTERNAL' };
    expectRefusal(await papers.add(outside.agent, given), 403, 'forbidden');
    await papers.add(outside.agent, { ...given, visibility: 'SHARED' }).expect(201);
  });

  it('are one for a double click, and each of many at once is its own', async () => {
    const given = { file: await papers.uploaded(OWNER), title: 'To klikk', kind: 'OTHER' };
    const twice = await Promise.all([1, 2].map(() => papers.add(owner.agent, given, 'to-klikk').expect(201)));
    expect(new Set(twice.map(({ body }) => (body as DocumentDetail).id)).size).toBe(1);
    expectRefusal(await papers.add(owner.agent, { ...given, title: 'Et annet' }, 'to-klikk'), 422, 'key-reused');
    // With another key it is another document, and the file is taken.
    expectRefusal(await papers.add(owner.agent, given), 409, 'file-in-use');
    const before = (await papers.listed(owner.agent, '?limit=100')).length;
    const { id } = twice[0]?.body as DocumentDetail;
    const files = await Promise.all(Array.from({ length: 6 }, () => papers.uploaded(OWNER)));
    const answers = await Promise.all(
      files.map((file, n) =>
        n % 2
          ? papers.act(owner.agent, id, 'versions', { file })
          : papers.add(owner.agent, { ...given, file, title: `Samtidig ${n}` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(files.map(() => 201));
    const { body } = await owner.agent.get(`${world.path}/documents/${id}`).expect(200);
    expect((body as DocumentDetail).history.map(({ v }) => v)).toEqual([1, 2, 3, 4]);
    expect(await papers.listed(owner.agent, '?limit=100')).toHaveLength(before + 3);
    // One file in two requests at once is attached once.
    const file = await papers.uploaded(OWNER);
    const both = await Promise.all([1, 2].map((n) => papers.add(owner.agent, { ...given, file, title: `${n}` })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    // The same key for another document is another request.
    const [one, two] = [await papers.added(owner), await papers.added(owner)];
    await papers.act(owner.agent, one.id, 'share', {}, 'samme-nokkel').expect(200);
    expectRefusal(await papers.act(owner.agent, two.id, 'share', {}, 'samme-nokkel'), 422, 'key-reused');
  });

  it('tell open pages of the case, and nobody of an internal one', async () => {
    const heard: string[] = [];
    const end = world.api.app.get(CaseVersionsService).subscribe((it) => void heard.push(it === 'reset' ? it : it.id));
    const internal = await papers.added(owner);
    await papers.act(owner.agent, internal.id, 'versions', { file: await papers.uploaded(OWNER) }).expect(201);
    await papers.added(owner, { visibility: 'SHARED' });
    await eventually(() => expect(heard).toEqual([world.id]));
    await papers.act(owner.agent, internal.id, 'share').expect(200);
    await eventually(() => expect(heard).toEqual([world.id, world.id]));
    end();
  });
});

describe('another entrepreneur', () => {
  it('sees nothing of them, and changes nothing', async () => {
    const { id } = await papers.added(owner, { visibility: 'SHARED' });
    const given = { file: await papers.uploaded(OTHER), title: 'Hei', kind: 'OTHER' };
    for (const route of ['documents', `documents/${id}`])
      expectRefusal(await world.other.get(`${world.path}/${route}`), 404, 'not-found');
    expectRefusal(await papers.add(world.other, given), 404, 'not-found');
    expectRefusal(await papers.act(world.other, id, 'share'), 404, 'not-found');
    expectRefusal(await papers.act(world.other, id, 'withdraw', { reason: 'Hei' }), 404, 'not-found');
    expectRefusal(await world.api.anonymous.get(`${world.path}/documents`), 401, 'signed-out');
  });
});

describe('a closed case', () => {
  it('takes documents from the municipality alone: others are told whom to ring', async () => {
    const { id } = await papers.added(outside);
    await world.submit(owner.agent, { type: 'withdraw', reason: 'Ikke aktuelt lenger.' });
    const given = { title: 'Sent', kind: 'OTHER' };
    const answers = [
      await papers.add(outside.agent, { ...given, file: await papers.uploaded(ENTREPRENEUR) }),
      await papers.act(outside.agent, id, 'versions', { file: await papers.uploaded(ENTREPRENEUR) }),
      await papers.act(outside.agent, id, 'withdraw', { reason: 'Angrer' }),
    ];
    for (const answer of answers) {
      expectRefusal(answer, 409, 'already-closed');
      expect(answer.body).toMatchObject({ contact: { name: expect.any(String) } });
    }
    await papers.add(owner.agent, { ...given, file: await papers.uploaded(OWNER) }).expect(201);
    expect((await papers.listed(outside.agent, '?limit=100')).map((it) => it.id)).toContain(id);
  });
});
