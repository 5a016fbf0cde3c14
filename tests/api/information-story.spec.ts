import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DocumentDetail } from '#contracts/http/cases/document.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import { caseDocuments } from '#support/case-documents.js';
import { ENTREPRENEUR, OWNER, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { uploaded } from '#support/uploads.js';
import type { Agent } from '#support/test-api.js';

/**
 * Two papers are asked for by a date; she asks for more time, sends one as a photo and one in words, gets one back, sends it
 * again, and all is accepted. Domain time stands at 1 February 2027.
 */
let there: Conversation;
beforeAll(async () => {
  there = await startConversation();
}, 120_000);
afterAll(() => there.api.close());

const viewFor = async (agent: Agent): Promise<CaseView> => (await agent.get(there.path).expect(200)).body as CaseView;

interface Work {
  readonly deadline: { readonly kind: string; readonly task: string; readonly dueOn: string; readonly act?: object };
  readonly asked?: readonly string[];
}

/** What somebody has to do about the information, in their day. */
async function dayOf(agent: Agent): Promise<readonly Work[]> {
  const { overdue, today, soon, later } = (await agent.get('/api/v1/me/work?limit=100').expect(200)).body;
  const mine: readonly Work[] = [...overdue, ...today, ...soon, ...later];
  return mine.filter(({ deadline: { kind } }) => /^(information|moreTime)\./.test(kind));
}

interface Told {
  readonly seq: number;
  readonly type: string;
  readonly text: string;
  readonly byName: string;
  readonly data: Readonly<Record<string, unknown>>;
}

async function told(agent: Agent, since: number): Promise<readonly Told[]> {
  const { items } = (await agent.get(`${there.path}/events?after=${since}`).expect(200)).body;
  return (items as readonly Told[]).filter(({ type }) => /^(information|approval)/.test(type));
}

/** One white point. */
const A_PHOTO = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////' +
    'wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);
const BUDGET = 'Budsjett for det første året';
const PHOTO = 'Bilde av lokalet';
const MISSING = 'Lønn til den som skal lede tilbudet.';

it('is told step by step on both timelines', async () => {
  const { owner, outside, submit } = there;
  const { version: since } = await viewFor(owner);
  const about = (item: number) => ({ request: 'i1', item });

  await submit(owner, { type: 'requestInformation', what: [BUDGET, PHOTO], by: '2027-02-12' });
  expect(await dayOf(outside)).toMatchObject([
    { asked: [BUDGET, PHOTO], deadline: { dueOn: '2027-02-12', act: { command: 'giveInformation' } } },
  ]);

  const { actions } = await viewFor(outside);
  const allowed = actions.flatMap(({ type, allowed: may }) => (may ? [type] : []));
  expect(allowed).toEqual(expect.arrayContaining(['giveInformation', 'askMoreTime']));
  expect(allowed).not.toContain('acceptInformation');

  const deadline = 'information.answer:i1';
  const more = { type: 'askMoreTime', deadline, until: '2027-02-19', reason: 'Regnskapsføreren er borte.' };
  await submit(outside, more);
  expect((await viewFor(outside)).approvals).toMatchObject([{ kind: 'MORE_TIME', reason: more.reason, mine: false }]);
  expect(await dayOf(owner)).toMatchObject([
    { deadline: { kind: 'moreTime.answer', dueOn: '2027-02-04', act: { command: 'answerApproval' } } },
  ]);
  const [asked] = (await viewFor(owner)).approvals;
  expect(asked).toMatchObject({ until: '2027-02-19', mine: true, askedBy: { id: ENTREPRENEUR } });
  await submit(owner, { type: 'answerApproval', approval: asked?.id, yes: true, reason: 'Det er greit.' });
  expect(await dayOf(outside)).toMatchObject([{ deadline: { dueOn: '2027-02-19' } }]);
  expect(await dayOf(owner)).toEqual([]);
  expect((await viewFor(outside)).approvals).toMatchObject([{ answer: { yes: true, reason: 'Det er greit.' } }]);

  const papers = caseDocuments(there);
  const { id: file } = await uploaded(outside, { collaboration: there.id, name: 'lokalet.jpg', content: A_PHOTO });
  const added = await papers.add(outside, { file, title: 'Lokalet', kind: 'PHOTO' }).expect(201);
  const photo = added.body as DocumentDetail;
  expect(photo.latest.file).toMatchObject({ name: 'lokalet.jpg', type: 'image/jpeg' });
  await submit(outside, { type: 'giveInformation', ...about(2), proof: [{ document: photo.id }] });
  expect(await dayOf(outside)).toMatchObject([{ asked: [BUDGET] }]);
  await submit(outside, { type: 'giveInformation', ...about(1), text: 'Vi trenger 400 000 kroner.' });
  expect(await dayOf(outside)).toEqual([]);
  expect(await dayOf(owner)).toMatchObject([
    { deadline: { kind: 'information.review', dueOn: '2027-02-04', act: { command: 'acceptInformation' } } },
  ]);

  await submit(owner, { type: 'acceptInformation', ...about(2) });
  await submit(owner, { type: 'returnInformation', ...about(1), missing: MISSING });
  expect(await dayOf(owner)).toEqual([]);
  expect(await dayOf(outside)).toMatchObject([{ asked: [BUDGET, MISSING], deadline: { dueOn: '2027-02-19' } }]);

  const { id: message } = await there.written(outside, 'Lønn er 250 000 av dem.');
  const again = { text: 'Vi trenger 650 000 kroner med lønn.', proof: [{ message }] };
  await submit(outside, { type: 'giveInformation', ...about(1), ...again });
  await submit(owner, { type: 'acceptInformation', ...about(1) });
  expect([...(await dayOf(outside)), ...(await dayOf(owner))]).toEqual([]);

  for (const reader of [owner, outside]) {
    const [request] = (await viewFor(reader)).information;
    expect(request).toMatchObject({ open: false, askedBy: { id: OWNER } });
    expect(request?.items).toMatchObject([
      {
        what: BUDGET,
        state: 'ACCEPTED',
        given: [{ text: 'Vi trenger 400 000 kroner.' }, { text: again.text, proof: [{ message, seenBy: 'BOTH' }] }],
      },
      {
        what: PHOTO,
        state: 'ACCEPTED',
        given: [{ proof: [{ document: photo.id, title: 'Lokalet', seenBy: 'BOTH', withdrawn: false }] }],
      },
    ]);
    const steps = await told(reader, since);
    expect(steps.map(({ text, byName }) => [byName === ENTREPRENEUR ? 'hun' : 'kommunen', text])).toEqual([
      ['kommunen', `Opplysninger er etterspurt: «${BUDGET}», «${PHOTO}», til 12. februar 2027`],
      ['hun', 'Bedt om mer tid: Send opplysningene det er bedt om, til 19. februar 2027'],
      ['kommunen', 'Mer tid er gitt'],
      ['hun', `«${PHOTO}» er sendt`],
      ['hun', `«${BUDGET}» er sendt`],
      ['kommunen', `«${PHOTO}» er godtatt`],
      ['kommunen', `«${BUDGET}» er sendt tilbake, fordi noe mangler, til 19. februar 2027`],
      ['hun', `«${BUDGET}» er sendt`],
      ['kommunen', 'Alle opplysningene er godtatt'],
    ]);
    expect(steps[3]?.data).toMatchObject({ item: 2, proof: [{ document: photo.id, title: 'Lokalet' }] });
    expect(steps[6]?.data).toMatchObject({ item: 1, missing: MISSING });
  }
});
