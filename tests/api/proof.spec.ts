import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { ProofChoices } from '#contracts/http/cases/proof.js';
import type { DocumentDetail } from '#contracts/http/cases/document.js';
import { DirectoryService } from '#api/shared/directory.service.js';
import { caseDocuments } from '#support/case-documents.js';
import type { CaseDocuments } from '#support/case-documents.js';
import { ENTREPRENEUR, OTHER, OWNER, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { expectRefusal } from '#support/expect-refusal.js';
import type { Agent } from '#support/test-api.js';

/** What shows that something is so: an internal memo, a shared plan, a message of hers, a memo that is withdrawn. */
let there: Conversation;
let papers: CaseDocuments;
let memo: DocumentDetail;
let plan: DocumentDetail;
let withdrawn: DocumentDetail;
let message: string;
beforeAll(async () => {
  there = await startConversation();
  papers = caseDocuments(there);
  const owner = { agent: there.owner, id: OWNER };
  memo = await papers.added(owner, { title: 'Notat', kind: 'MEMO' });
  plan = await papers.added(owner, { title: 'Plan', kind: 'PLAN', visibility: 'SHARED' });
  withdrawn = await papers.added(owner, { title: 'Feil notat', kind: 'MEMO' });
  await papers.act(there.owner, withdrawn.id, 'withdraw', { reason: 'Gjaldt en annen sak.' }).expect(200);
  message = (await there.written(there.outside, 'Budsjettet er 400 000 kroner.')).id;
}, 180_000);
afterAll(() => there.api.close());

const give = (agent: Agent, body: object, query = '') =>
  agent.post(`${there.path}/commands${query}`).set('Idempotency-Key', randomUUID()).send(body);
const viewFor = async (agent: Agent): Promise<CaseView> => (await agent.get(there.path).expect(200)).body as CaseView;
const proofOf = (view: CaseView, item: string) => view.checklist.find((it) => it.item === item)?.proof;

interface Told {
  readonly type: string;
  readonly data: { readonly proof?: unknown };
}
const told = async (agent: Agent, type: string): Promise<unknown> => {
  const { items } = (await agent.get(`${there.path}/events`).expect(200)).body;
  return (items as readonly Told[]).findLast((event) => event.type === type)?.data.proof;
};

describe('proof', () => {
  it('is shown with its title where the tick, the fact and the answer are', async () => {
    const tick = { type: 'tickItem', item: 'enquiryJournaled', proof: [{ document: memo.id }] };
    await there.submit(there.owner, tick);
    const shown = [{ document: memo.id, title: 'Notat', seenBy: 'MUNICIPALITY', withdrawn: false }];
    expect(proofOf(await viewFor(there.owner), 'enquiryJournaled')).toEqual(shown);
    expect(await told(there.owner, 'itemTicked')).toEqual(shown);

    await there.submit(there.owner, { type: 'registerFact', fact: 'meetingHeld', proof: [{ message }] });
    expect(proofOf(await viewFor(there.owner), 'clarificationMeeting')).toEqual([
      { message, title: `Melding fra ${ENTREPRENEUR}, 1. februar 2027`, seenBy: 'BOTH', withdrawn: false },
    ]);

    const question = { kind: 'QUESTION', question: 'Passer det?', answerBy: '2027-02-12' };
    await there.submit(there.owner, { type: 'askUnit', unit: 'nav', ...question });
    await there.api.app.get(DirectoryService).announceChange();
    const nav = await there.api.signInAs('leder.nav');
    const answer = { type: 'answerQuestion', question: 'q1', answer: 'TEXT', text: 'Ja, se planen.' };
    await there.submit(nav, { ...answer, proof: [{ document: plan.id }] });
    expect((await viewFor(there.owner)).questions[0]?.answer?.proof).toMatchObject([{ title: 'Plan', seenBy: 'BOTH' }]);
  });

  it('is seen only by those who see the document or message', async () => {
    const note = { note: 'Avklart i møte.' };
    const proof = [{ document: memo.id }, { document: plan.id }, { message }];
    await there.submit(there.owner, { type: 'registerFact', fact: 'accessRequested', data: note, proof });
    expect(await told(there.owner, 'factRegistered')).toMatchObject([
      { title: 'Notat' },
      { title: 'Plan' },
      { message },
    ]);
    expect(await told(there.outside, 'factRegistered')).toMatchObject([{ title: 'Plan' }, { message }]);
    const outside = JSON.stringify([await viewFor(there.outside), await told(there.outside, 'factRegistered')]);
    expect(outside).not.toContain(memo.id);
  });

  it('of what a handover says stands at its part, for those who read the package', async () => {
    const draft = {
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers: [{ unit: 'nav', person: 'leder.nav' }],
      package: { firstStep: 'Ring henne.' },
      proof: { agreements: [{ document: plan.id }, { document: memo.id }] },
    };
    await there.submit(there.owner, draft);
    const { handover } = await viewFor(there.owner);
    expect(handover?.proof).toMatchObject({ agreements: [{ title: 'Plan' }, { title: 'Notat' }] });
    await there.submit(there.owner, { type: 'sendHandover' });
    const one = await there.outside.get(`${there.path}/handovers/${handover?.id}`).expect(200);
    expect(one.body.proof).toBeUndefined();
    const nav = await there.api.signInAs('leder.nav');
    const received = await nav.get(`${there.path}/handovers/${handover?.id}`).expect(200);
    expect(received.body.proof).toMatchObject({ agreements: [{ document: plan.id }, { document: memo.id }] });
    const wrong = { ...draft, proof: { agreements: [{ document: withdrawn.id }] } };
    expectRefusal(await give(there.owner, wrong, '?dryRun=true'), 422, 'unknown-proof', '/proof/agreements/0');
  });
});

describe('what can be named as proof', () => {
  interface Step {
    readonly command: string;
    readonly input: { readonly properties: { readonly proof?: { readonly 'x-choices': string } } };
  }
  const choicesFor = async (agent: Agent, at: string) => {
    const { body } = await agent.get(at).expect(200);
    return body as ProofChoices;
  };

  it('is a list that the form of a step leads to, of what its reader sees and is not withdrawn', async () => {
    const steps = (await viewFor(there.owner)).next as unknown as readonly Step[];
    const forms = steps.filter(({ command }) => command === 'tickItem' || command === 'registerFact');
    const address = forms[0]?.input.properties.proof?.['x-choices'] ?? '';
    expect(forms.map(({ input }) => input.properties.proof?.['x-choices'])).toEqual(forms.map(() => address));
    const { items, more } = await choicesFor(there.owner, address);
    expect(items.map(({ title, seenBy }) => [title, seenBy])).toEqual([
      ['Dialoglogg ved overlevering 1. februar 2027', 'MUNICIPALITY'],
      [`Melding fra ${ENTREPRENEUR}, 1. februar 2027`, 'BOTH'],
      ['Plan', 'BOTH'],
      ['Notat', 'MUNICIPALITY'],
    ]);
    expect(more).toBe(false);
    expect((await choicesFor(there.outside, address)).items.map(({ proof }) => proof)).toEqual([
      { message },
      { document: plan.id },
    ]);
    await there.other.get(address).expect(404);
  });

  it('is accepted, each of it, from whoever it is offered to', async () => {
    for (const agent of [there.owner, there.outside]) {
      const { items } = await choicesFor(agent, `${there.path}/proof`);
      const proof = items.map((it) => it.proof);
      const { status, body } = await give(agent, { type: 'tickItem', item: 'profileComplete', proof }, '?dryRun=true');
      expect([status, body.code]).not.toEqual([422, 'unknown-proof']);
    }
  });

  it('is offered where the entrepreneur sends what was asked for, in My day too', async () => {
    await there.submit(there.owner, { type: 'requestInformation', what: ['Årsregnskapet.'] });
    const { later, soon } = (await there.outside.get('/api/v1/me/work?limit=100').expect(200)).body;
    const acts = ([...soon, ...later] as { deadline: { act?: Step } }[]).flatMap(({ deadline }) => deadline.act ?? []);
    expect(acts.map(({ command, input }) => [command, input.properties.proof?.['x-choices']])).toEqual([
      ['giveInformation', `${there.path}/proof`],
    ]);
    await there.submit(there.owner, { type: 'withdrawInformationRequest', request: 'i1', reason: 'Ikke nødvendig.' });
  });
});

describe('refused is as proof', () => {
  const tick = { type: 'tickItem', item: 'profileComplete' };

  it('what is no document or message of the case, or is withdrawn, also in a dry run', async () => {
    const other = (await there.other.get('/api/v1/collaborations').expect(200)).body.items[0].id as string;
    const elsewhere = caseDocuments({ ...there, id: other, path: `/api/v1/collaborations/${other}` });
    const hers = await elsewhere.added({ agent: there.other, id: OTHER }, { title: 'Hennes', kind: 'PLAN' });
    for (const ref of [
      { document: hers.id },
      { document: randomUUID() },
      { document: withdrawn.id },
      { document: message },
      { message: plan.id },
      { message: randomUUID() },
    ])
      for (const query of ['', '?dryRun=true']) {
        const body = { ...tick, proof: [{ document: plan.id }, ref] };
        expectRefusal(await give(there.owner, body, query), 422, 'unknown-proof', '/proof/1');
      }
    expect((await viewFor(there.owner)).checklist.find(({ item }) => item === tick.item)?.state).toBe('OPEN');
  });

  it('what whoever names it does not see', async () => {
    await there.submit(there.owner, { type: 'requestInformation', what: ['Budsjett.'] });
    const body = { type: 'giveInformation', request: 'i2', item: 1, proof: [{ document: memo.id }] };
    expectRefusal(await give(there.outside, body), 422, 'unknown-proof', '/proof/0');
    expect((await viewFor(there.outside)).information[1]?.items[0]?.given).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['eleven', Array.from({ length: 11 }, () => ({ document: randomUUID() }))],
    ['a name', [{ document: 'notat.pdf' }]],
    ['both in one', [{ document: randomUUID(), message: randomUUID() }]],
    ['neither', [{}]],
    ['text', 'notat'],
  ])('%s', async (_title, proof) => {
    expect((await give(there.owner, { ...tick, proof })).status).toBe(400);
  });
});
