import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HANDOVER_PARTS } from '#domain/model/handover-parts.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

let api: TestApi;
let owner: Agent;
let path: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signInAs('saksbehandler.helse');
  const opening = { title: 'Turgruppe', description: 'Gåturer for eldre som bor alene.', origin: 'need' };
  const { body } = await owner.post('/api/v1/collaborations').send(opening).expect(201);
  path = `/api/v1/collaborations/${(body as CaseView).id}`;
}, 120_000);
afterAll(() => api.close());

const draft = (sections: object, { dryRun = false, language = 'nb' } = {}) =>
  owner
    .post(`${path}/commands${dryRun ? '?dryRun=true' : ''}`)
    .set('Idempotency-Key', randomUUID())
    .set('Accept-Language', language)
    .send({
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers: [{ unit: 'nav', person: 'leder.nav' }],
      package: sections,
    });
const firstStep = 'Ring dem innen fem arbeidsdager.';

describe('the package of a handover', () => {
  it('has all twelve parts: what was written, what the case knows, and what there is nothing of', async () => {
    const none = 'Ingen har klaget.';
    const { body } = await draft({ firstStep, risks: { none } }).expect(200);
    const parts = (body as CaseView).handover?.package ?? {};
    expect(Object.keys(parts).sort()).toEqual(Object.keys(HANDOVER_PARTS).sort());
    expect(parts).toMatchObject({ firstStep, risks: { none }, need: ['Gåturer for eldre som bor alene.'] });
    expect(JSON.stringify(parts['openTasks'])).toContain('Hold avklaringsmøte');
    expect(parts['effect']).toEqual({ none: 'Det står ingenting om dette i saken.' });
  });

  it.each([
    ['status', { firstStep, status: ' ' }],
    ['risks', { firstStep, risks: { none: '' } }],
    ['dialogue', { firstStep, dialogue: [] }],
    ['firstStep', { status: 'Klar.' }],
  ])('is refused with a part that says nothing: %s', async (part, sections) => {
    for (const dryRun of [false, true]) {
      const answer = await draft(sections, { dryRun });
      expectRefusal(answer, 400, 'malformed', `/package/${part}`);
      const { title } = HANDOVER_PARTS[part as keyof typeof HANDOVER_PARTS];
      expect(answer.body.detail).toContain(`«${title.nb}» er tom`);
      expect((await draft(sections, { dryRun, language: 'en' })).body.detail).toContain(`“${title.en}” is empty`);
    }
  });
});
