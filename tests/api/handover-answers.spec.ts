import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { HandoverDetail } from '#contracts/http/cases/handover.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

let api: TestApi;
let owner: Agent;
let nav: Agent;
let path: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signInAs('saksbehandler.helse');
  nav = await api.signInAs('leder.nav');
  const opening = { title: 'Turgruppe', description: 'Gåturer for eldre som bor alene.', origin: 'need' };
  const { body } = await owner.post('/api/v1/collaborations').send(opening).expect(201);
  path = `/api/v1/collaborations/${(body as CaseView).id}`;
}, 120_000);
afterAll(() => api.close());

const give = async (agent: Agent, command: object): Promise<CaseView> => {
  const answer = await agent.post(`${path}/commands`).set('Idempotency-Key', randomUUID()).send(command).expect(200);
  return answer.body as CaseView;
};
const shownTo = async (agent: Agent) => (await agent.get(path).expect(200)).body as CaseView;
const handover = async (agent: Agent, id: string) =>
  (await agent.get(`${path}/handovers/${id}`).expect(200)).body as HandoverDetail;
const transferTo = (unit: string) => ({
  type: 'draftHandover',
  purpose: 'TRANSFER',
  receivers: [{ unit, person: `leder.${unit}` }],
  package: { firstStep: 'Ring dem.' },
});
const gaps = ['Skriv hva det koster.'];
const conditions = 'Budsjettet må være på plass.';
const LEADER = { unit: 'nav', person: 'leder.nav' };

describe('what receivers answered', () => {
  it('is asked for until it is sent again, also while it is drafted anew, and says who asked', async () => {
    await give(owner, transferTo('nav'));
    await give(owner, { type: 'sendHandover' });
    await give(nav, { type: 'returnHandover', gaps });
    expect((await shownTo(owner)).demands).toMatchObject([{ ...LEADER, handover: 'h1', gaps }]);
    expect((await give(owner, transferTo('nav'))).demands).toMatchObject([{ ...LEADER, gaps }]);
    const { demands, handover: sent } = await give(owner, { type: 'sendHandover' });
    expect(demands).toEqual([]);
    expect(sent?.firstSentAt).not.toBe(sent?.sentAt);
    const { previous, taker } = await handover(nav, 'h2');
    expect([previous?.gaps, previous?.askedBy, taker]).toMatchObject([
      gaps,
      [{ id: 'leder.nav' }],
      { id: 'leder.nav' },
    ]);
  });

  it('stands with its conditions when all have taken over, and when the next handover is written', async () => {
    const standing = [{ ...LEADER, handover: 'h2', conditions }];
    const taken = await give(nav, { type: 'acceptHandover', conditions });
    expect(taken).toMatchObject({ owner: { id: 'leder.nav' }, handover: { state: 'ACCEPTED' }, conditions: standing });
    await give(nav, transferTo('kultur'));
    expect((await shownTo(nav)).conditions).toMatchObject(standing);
    expect((await handover(nav, 'h2')).receivers).toMatchObject([{ ...LEADER, state: 'ACCEPTED', conditions }]);
  });
});
