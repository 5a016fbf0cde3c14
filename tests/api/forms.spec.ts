import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deepMerge, minimalBody } from '#domain/next/minimal-body.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

let api: TestApi;
let chief: Agent;
let cases: readonly CaseView[];

beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', seed: 'demo' });
  chief = await api.signInAs('kommunedirektor');
  const { body } = await chief.get('/api/v1/collaborations?limit=100').expect(200);
  const ids = (body.items as { id: string }[]).map(({ id }) => id);
  cases = await Promise.all(ids.map(async (id) => (await chief.get(`/api/v1/collaborations/${id}`)).body as CaseView));
}, 120_000);
afterAll(() => api.close());

interface Form {
  readonly command: string;
  readonly body: Record<string, unknown>;
  readonly input: Parameters<typeof minimalBody>[0];
  readonly label: string;
}

const formsOf = async (agent: Agent, id: string): Promise<readonly Form[]> =>
  (await agent.get(`/api/v1/collaborations/${id}/forms`).expect(200)).body.items as Form[];

describe('the forms of a case', () => {
  it('are each taken by the case as they stand, whoever they are offered to', async () => {
    const seen = new Set<string>();
    for (const { id, owner, number } of cases)
      for (const user of new Set(number.endsWith('3') ? [owner.id, 'kommunedirektor'] : [owner.id])) {
        const agent = await api.signInAs(user);
        for (const { command, body, input } of await formsOf(agent, id)) {
          seen.add(command);
          const whole = deepMerge(body, minimalBody(input));
          const { status } = await agent.post(`/api/v1/collaborations/${id}/commands?dryRun=true`).send(whole);
          expect([number, user, JSON.stringify(body), status]).toEqual([number, user, JSON.stringify(body), 200]);
        }
      }
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['askUnit', 'holdMeeting', 'planMeeting', 'requestInformation']),
    );
  });

  it('name in words what there is to choose among, and are not for outsiders', async () => {
    const open = cases.find(({ state, phase }) => state === 'OPEN' && phase === 'PILOT');
    const owner = await api.signInAs(open?.owner.id ?? '');
    const forms = await formsOf(owner, open?.id ?? '');
    const ask = forms.find(({ command, body }) => command === 'askUnit' && body['kind'] === 'QUESTION');
    expect(ask?.input.properties['unit']?.['x-labels']).toMatchObject({ innkjop: 'Innkjøp' });
    const plan = forms.find(({ command }) => command === 'planMeeting');
    expect(plan?.input.properties['participants']).toMatchObject({
      items: { 'x-labels': { '{"entrepreneur":true}': 'Entreprenøren' } },
    });
    const outsider = await api.signInAs('entreprenor.01');
    await outsider.get(`/api/v1/collaborations/${open?.id}/forms`).expect(403);
  });
});
