import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentDetail } from '#contracts/http/cases/document.js';
import type { HandoverDetail } from '#contracts/http/cases/handover.js';
import { caseDocuments } from '#support/case-documents.js';
import type { CaseDocuments } from '#support/case-documents.js';
import { OWNER, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { expectRefusal } from '#support/expect-refusal.js';
import type { Agent } from '#support/test-api.js';

/** The papers that a handover hands over. */
const RECEIVER = 'saksbehandler.nav';

let world: Conversation;
let papers: CaseDocuments;
let receiver: Agent;
let memo: DocumentDetail;
let plan: DocumentDetail;
beforeAll(async () => {
  world = await startConversation();
  papers = caseDocuments(world);
  receiver = await world.api.signInAs(RECEIVER);
  const owner = { agent: world.owner, id: OWNER };
  memo = await papers.added(owner, { title: 'Vurdering', kind: 'MEMO' });
  plan = await papers.added(owner, { title: 'Plan', visibility: 'SHARED' });
}, 180_000);
afterAll(() => world.api.close());

const draft = (attachments: readonly string[]) => ({
  type: 'draftHandover',
  purpose: 'TRANSFER',
  receivers: [{ unit: 'nav', person: RECEIVER }],
  package: { firstStep: 'Ring entreprenøren.' },
  attachments,
});
const handoverFor = async (agent: Agent): Promise<HandoverDetail> =>
  (await agent.get(`${world.path}/handovers/h1`).expect(200)).body as HandoverDetail;
const titles = ({ attachments }: HandoverDetail) => attachments.map(({ title }) => title);

describe('attachments of a handover', () => {
  it('are documents of the case that the sender sees and nobody has withdrawn', async () => {
    const gone = await papers.added({ agent: world.owner, id: OWNER });
    await papers.act(world.owner, gone.id, 'withdraw', { reason: 'Feil' }).expect(200);
    for (const unknown of [gone.id, randomUUID()])
      for (const query of ['', '?dryRun=true']) {
        const answer = await world.owner
          .post(`${world.path}/commands${query}`)
          .send(draft([memo.id, unknown]))
          .expect(422);
        expectRefusal(answer, 422, 'unknown-document', '/attachments/1');
      }
    for (const wrong of [['x'], [memo.id, memo.id], memo.id, Array.from({ length: 21 }, () => randomUUID())])
      expectRefusal(
        await world.owner.post(`${world.path}/commands`).send({ ...draft([]), attachments: wrong }),
        400,
        'malformed',
      );
  });

  it('are seen by the receiver when the handover is sent, not before', async () => {
    await world.submit(world.owner, draft([plan.id, memo.id]));
    expect(titles(await handoverFor(world.owner))).toEqual(['Vurdering', 'Plan']);
    const content = memo.latest.content ?? '';
    expectRefusal(await receiver.get(`${world.path}/handovers/h1`), 404, 'not-found');
    expectRefusal(await receiver.get(content), 404, 'not-found');

    await world.submit(world.owner, { type: 'sendHandover' });
    expect(titles(await handoverFor(receiver))).toEqual(['Vurdering', 'Plan']);
    await receiver.get(content).expect(200);
    expect((await papers.listed(receiver)).map(({ id }) => id)).toEqual(expect.arrayContaining([memo.id, plan.id]));
  });

  it('are shown to the entrepreneur neither with the handover nor in what she reads of it', async () => {
    const shown = await handoverFor(world.outside);
    expect([shown.package, shown.attachments]).toEqual([null, []]);
    const events = await world.outside.get(`${world.path}/events`).expect(200);
    expect(events.text).not.toContain(memo.id);
    expectRefusal(await world.outside.get(memo.latest.content ?? ''), 404, 'not-found');
  });

  it('that are withdrawn afterwards stay, without content and with the reason', async () => {
    await papers.act(world.owner, memo.id, 'withdraw', { reason: 'Gammel' }).expect(200);
    const [first, second] = (await handoverFor(receiver)).attachments;
    expect(first).toMatchObject({ id: memo.id, withdrawn: { reason: 'Gammel' }, latest: { content: null } });
    expect(second).toMatchObject({ id: plan.id, withdrawn: null });
    expectRefusal(await receiver.get(memo.latest.content ?? ''), 410, 'withdrawn');
  });
});
