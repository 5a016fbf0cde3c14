import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DocumentTextsService } from '#api/cases/search/document-texts.service.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { DeadlineView } from '#contracts/http/cases/deadline.js';
import { fewestQueries } from '#support/count-queries.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

const MOST_BYTES = 48_000;

let api: TestApi;
let reader: Agent;
let cases: readonly CaseView[];

beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', seed: 'demo' });
  await readContents(api);
  reader = await api.signInAs('kommunedirektor');
  const { body: list } = await reader.get('/api/v1/collaborations?limit=100').expect(200);
  const ids = (list as { items: { id: string }[] }).items.map(({ id }) => id);
  cases = await Promise.all(ids.map((id) => bodyOf<CaseView>(`/api/v1/collaborations/${id}`)));
}, 120_000);
afterAll(() => api.close());

/** The program reads the documents of the demonstration by itself, with statements of its own; here before any is counted. */
async function readContents({ app }: TestApi): Promise<void> {
  const service = app.get(DocumentTextsService);
  while (await service.readNext());
}

const bodyOf = async <T>(path: string): Promise<T> => (await reader.get(path).expect(200)).body as T;

const isOwed = ({ state, metAt }: DeadlineView): boolean =>
  ['OPEN', 'PAUSED'].includes(state) || (state === 'BREACHED' && metAt === undefined);

describe('the answer about a case', () => {
  it('has every deadline that is still owed and no other; the rest are at /deadlines, in every case of the demonstration', async () => {
    expect(cases).toHaveLength(16);
    const ended: DeadlineView[] = [];
    for (const { id, deadlines } of cases) {
      const { items } = await bodyOf<{ items: DeadlineView[] }>(`/api/v1/collaborations/${id}/deadlines`);
      expect(deadlines).toEqual(items.filter(isOwed));
      ended.push(...items.filter((it) => !isOwed(it)));
    }
    expect([...new Set(ended.map(({ state }) => state))]).toEqual(expect.arrayContaining(['MET', 'CANCELLED']));
  });

  it('is at most 48 kB, however long the case has lasted', () => {
    const bytes = cases.map((it) => Buffer.byteLength(JSON.stringify(it)));
    expect(Math.max(...bytes)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('takes at most three statements: who asks, the case, and what is shown with it', async () => {
    const path = `/api/v1/collaborations/${cases[0]?.id}`;
    await reader.get(path).expect(200);
    expect(await fewestQueries(() => reader.get(path).expect(200).then())).toBeLessThanOrEqual(3);
  });
});

describe('an enquiry from the form', () => {
  it('is written with at most twenty-two statements, those of limit, key, organisation, contact, the letter to its speakers and the search included', async () => {
    const send = () => api.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(201).then();
    await send();
    expect(await fewestQueries(send)).toBeLessThanOrEqual(22);
  });
});
