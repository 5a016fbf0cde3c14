import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { demoPeople } from '#infra/demo/municipality.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

/** No answer about the demonstration's cases shows a label that is not filled in. */
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', seed: 'demo', at: '2027-02-01T08:00:00.000Z' });
}, 120_000);
afterAll(() => api.close());

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
};

async function unfilled(agent: Agent, path: string, language: string): Promise<string[]> {
  const { body } = await agent.get(`/api/v1${path}`).set('Accept-Language', language).expect(200);
  const found = wordsIn(body).filter((word) => /\{\w*\}/u.test(word));
  return found.map((word) => `${path}: ${word}`);
}

it.each(['nb', 'en'])(
  'no word in a case, its history, its deadlines, letters or My day has a gap: %s',
  async (language) => {
    const found: string[] = [];
    let explained = 0;
    const director = await api.signInAs('kommunedirektor');
    const { items } = (await director.get('/api/v1/collaborations?limit=100').expect(200)).body as {
      items: { id: string }[];
    };
    expect(items).toHaveLength(16);
    for (const { id } of items) {
      for (const part of ['', '/events', '/deadlines', '/events?as=entrepreneur'])
        found.push(...(await unfilled(director, `/collaborations/${id}${part}`, language)));
      const history = await director.get(`/api/v1/collaborations/${id}/events`).set('Accept-Language', language);
      explained += wordsIn(history.body).filter((word) => /: (Forklar|Explain) [«“]/u.test(word)).length;
    }
    for (const { id } of demoPeople) {
      const agent = await api.signInAs(id);
      for (const path of ['/me/work?limit=100', '/letters?limit=100', '/handovers?limit=100'])
        found.push(...(await unfilled(agent, path, language)));
    }
    expect(found).toEqual([]);
    expect(explained).toBeGreaterThan(3);
  },
  120_000,
);
