import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import type { workView } from '#contracts/http/cases/work.js';
import { demoGrants } from '#infra/demo/municipality.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

type Managing = NonNullable<z.infer<typeof workView>['managing']>;
type Escalated = Managing['escalated'][number];

/** Fjordvik's cases on Monday 22 March 2027, when some of what is owed has been escalated. */
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ seed: 'demo', at: '2027-03-22T08:00:00+01:00' });
}, 240_000);
afterAll(() => api.close());

const escalatedTo = async (agent: Agent): Promise<Escalated[]> =>
  ((await agent.get('/api/v1/me/work').expect(200)).body.managing as Managing | null)?.escalated ?? [];
const keyOf = ({ collaboration, deadline }: Escalated): string => `${collaboration.id} ${deadline.id}`;

const MANAGERS = ['leder', 'kommunalsjef', 'kommunedirektor'];
const managers = [...new Set(demoGrants.filter(({ role }) => MANAGERS.includes(role)).map(({ person }) => person))];

describe('what was escalated', () => {
  it('is in the day of the manager whom it was escalated to until she has acted on it', async () => {
    const days = new Map<string, Escalated[]>();
    for (const manager of managers) days.set(manager, await escalatedTo(await api.signInAs(manager)));
    const handler = await api.signInAs('saksbehandler.helse');
    expect((await handler.get('/api/v1/me/work').expect(200)).body.managing).toBeNull();
    for (const [manager, items] of days) expect(items.map(({ person }) => person?.id)).not.toContain(manager);
    const [manager, [first]] = [...days].find(([, items]) => items.length > 0) ?? ['', []];
    if (!first) throw new Error('nothing is escalated to anybody');

    const agent = await api.signInAs(manager);
    const nudge = first.acts.find(({ body }) => body['act'] === 'NUDGE');
    await agent
      .post(`/api/v1/collaborations/${first.collaboration.id}/commands`)
      .set('Idempotency-Key', randomUUID())
      .send(nudge?.body)
      .expect(200);
    expect((await escalatedTo(agent)).map(keyOf)).toEqual((days.get(manager) ?? []).slice(1).map(keyOf));
  });
});
