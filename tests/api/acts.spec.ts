import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { DeadlineAct } from '#contracts/http/cases/deadline.js';
import type { workView } from '#contracts/http/cases/work.js';
import { deepMerge, minimalBody } from '#domain/next/minimal-body.js';
import { demoPeople } from '#infra/demo/municipality.js';
import type { ObjectSchema } from '#domain/next/proposed-step.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

type Work = z.infer<typeof workView>;

const TODAY = '2027-02-01';
/** Away without a substitute: their leaders have what they owe, and may do only some of it. */
const AWAY = [
  'mentor.nav',
  'mentor.oppvekst',
  'innkjoper',
  'mentorkoordinator',
  'kontraktsforvalter',
  'pilotleder.kultur',
  'driftsansvarlig.helse',
];

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ seed: 'demo', at: `${TODAY}T08:00:00.000Z` });
}, 120_000);
afterAll(() => api.close());

const keyOf = ({ command, body, label }: { command: string; body: object; label: string }): string =>
  JSON.stringify([command, Object.entries(body).sort(), label]);

const mineIn = ({ overdue, today, soon, later }: Work) => [...overdue, ...today, ...soon, ...later];

/** The smallest body that the form of a step admits. */
const bodyOf = ({ body, input }: DeadlineAct): object =>
  deepMerge(body, minimalBody((input ?? {}) as unknown as ObjectSchema));

/** A handover that only this person can answer. */
async function sendTo(person: string): Promise<void> {
  const unit = demoPeople.find(({ id }) => id === person)?.unit;
  const owner = await api.signInAs('saksbehandler.nav');
  const { body: list } = await owner.get('/api/v1/collaborations?q=2026-0009').expect(200);
  const path = `/api/v1/collaborations/${(list as { items: { id: string }[] }).items[0]?.id}/commands`;
  const give = (body: object) => owner.post(path).set('Idempotency-Key', randomUUID()).send(body).expect(200);
  await give({
    type: 'draftHandover',
    purpose: 'TRANSFER',
    receivers: [{ unit, person }],
    package: { firstStep: 'Saken hører til hos dere.' },
  });
  await give({ type: 'sendHandover' });
}

describe('the step that ends a debt', () => {
  it('is the same in My day, on the deadline of the case and in its next steps, and so is that of a cause', async () => {
    const counts = { work: 0, deadlines: 0, causes: 0 };
    for (const user of ['mottak', 'mentor.oppvekst', 'pilotleder.kultur', 'saksbehandler.nav', 'leder.kultur']) {
      const agent = await api.signInAs(user);
      const work = (await agent.get('/api/v1/me/work').expect(200)).body as Work;
      for (const { collaboration, deadline } of mineIn(work)) {
        const view = (await agent.get(`/api/v1/collaborations/${collaboration.id}`).expect(200)).body as CaseView;
        const same = view.deadlines.find(({ id }) => id === deadline.id);
        const { input: form, ...act } = deadline.act ?? {};
        if (deadline.act) expect([user, deadline.id, act]).toEqual([user, deadline.id, same?.act]);
        expect(deadline.act === undefined || form !== undefined).toBe(true);
        const steps = view.next.map(keyOf);
        if (deadline.act && view.state === 'OPEN') expect(steps).toContain(keyOf(deadline.act));
        counts.work += deadline.act ? 1 : 0;
        counts.deadlines += view.deadlines.filter(({ act: of }) => of).length;
        for (const { nextAction } of view.stuck.causes) {
          expect(steps).toContain(keyOf(nextAction));
          counts.causes += 1;
        }
      }
    }
    console.log(JSON.stringify(counts));
    expect(Math.min(counts.work, counts.causes)).toBeGreaterThan(5);
  }, 60_000);

  it('stands in My day only where the case accepts it from the reader now; what others owe has none', async () => {
    const refused: string[] = [];
    const counts = { offered: 0, waiting: 0, ofManagers: 0, forAnother: 0 };
    const without: string[] = [];
    await sendTo('mentorkoordinator');
    for (const person of AWAY)
      await (await api.signInAs(person)).post('/api/v1/me/absences').send({ from: TODAY, to: null, substitute: null });
    for (const { id: user } of demoPeople) {
      const agent = await api.signInAs(user);
      const work = (await agent.get('/api/v1/me/work?limit=100').expect(200)).body as Work;
      expect([user, work.waiting.filter(({ deadline: { act } }) => act)]).toEqual([user, []]);
      counts.waiting += work.waiting.length;
      const own = mineIn(work).map(({ collaboration, deadline: { act } }) => ({
        collaboration,
        acts: act ? [act] : [],
      }));
      const forOthers = mineIn(work).filter(({ person }) => person && person.id !== user);
      expect(forOthers.map((it) => it.for?.id)).toEqual(forOthers.map(({ person }) => person?.id));
      counts.forAnother += forOthers.length;
      without.push(...own.filter(({ acts }) => acts.length === 0).map((it) => `${user} ${it.collaboration.number}`));
      const escalated = work.managing?.escalated ?? [];
      counts.ofManagers += escalated.length;
      for (const { collaboration, acts } of [...own, ...escalated])
        for (const act of acts.filter(({ notBefore }) => notBefore === undefined)) {
          counts.offered += 1;
          const { status, body } = await agent
            .post(`/api/v1/collaborations/${collaboration.id}/commands?dryRun=true`)
            .set('Idempotency-Key', randomUUID())
            .send(bodyOf(act));
          if (status !== 200) refused.push(`${user} ${collaboration.number} ${act.label}: ${status} ${body.code}`);
        }
    }
    console.log(JSON.stringify(counts));
    expect(refused).toEqual([]);
    expect(without).toEqual([]);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
  }, 120_000);
});
