import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { workView } from '#contracts/http/cases/work.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', seed: 'demo' });
}, 120_000);
afterAll(() => api.close());

const keyOf = ({ command, body, label }: { command: string; body: object; label: string }): string =>
  JSON.stringify([command, Object.entries(body).sort(), label]);

describe('the step that ends a debt', () => {
  it('is the same in My day, on the deadline of the case and in its next steps, and so is that of a cause', async () => {
    const counts = { work: 0, deadlines: 0, causes: 0 };
    for (const user of ['mottak', 'mentor.oppvekst', 'pilotleder.kultur', 'saksbehandler.nav', 'leder.kultur']) {
      const agent = await api.signInAs(user);
      const work = (await agent.get('/api/v1/me/work').expect(200)).body as z.infer<typeof workView>;
      for (const { collaboration, deadline } of [...work.overdue, ...work.today, ...work.soon, ...work.waiting]) {
        const view = (await agent.get(`/api/v1/collaborations/${collaboration.id}`).expect(200)).body as CaseView;
        const same = view.deadlines.find(({ id }) => id === deadline.id);
        const { input: _form, ...act } = deadline.act ?? {};
        expect([user, deadline.id, act]).toEqual([user, deadline.id, same?.act ?? {}]);
        expect(deadline.act === undefined || deadline.act.input !== undefined).toBe(true);
        const steps = view.next.map(keyOf);
        if (deadline.act && view.state === 'OPEN') expect(steps).toContain(keyOf(deadline.act));
        counts.work += deadline.act ? 1 : 0;
        counts.deadlines += view.deadlines.filter(({ act }) => act).length;
        for (const { nextAction } of view.stuck.causes) {
          expect(steps).toContain(keyOf(nextAction));
          counts.causes += 1;
        }
      }
    }
    console.log(JSON.stringify(counts));
    expect(Math.min(counts.work, counts.causes)).toBeGreaterThan(5);
  }, 60_000);
});
