import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerFact } from '#infra/demo/actions.js';
import type { PlantedCase } from './planted-case.js';
import { startWalks } from './walks.js';
import type { Walked } from './walks.js';

const OWNER = 'saksbehandler.helse';
const MANAGER = 'leder.helse';
const HER = 'entreprenør';
const reason = 'Tilbudet passer ikke inn i planen vår.';
const advice = 'Spør Frivilligsentralen, som har et liknende tilbud.';

/** Friday: the promised meeting is missed, a question is unanswered and a legal reply is owed. */
const open: PlantedCase = {
  openedOn: '2027-10-08',
  build(simulation) {
    simulation.submit('mottak', { type: 'assignOwner', owner: OWNER });
    for (const fact of ['contactMade', 'deputyConfirmed']) registerFact(simulation, OWNER, fact);
    const question = 'Har dere plass?';
    simulation.submit(OWNER, { type: 'askUnit', unit: 'nav', kind: 'QUESTION', question, answerBy: '2027-11-05' });
  },
};

/** Each way in which a case in first contact ends, who takes it, and what the entrepreneur reads. */
const ENDS = [
  { by: OWNER, body: { type: 'reject', reason, advice }, state: 'REJECTED', closing: { reason, advice } },
  {
    by: MANAGER,
    body: { type: 'reject', reason, advice, individualDecision: true },
    state: 'REJECTED',
    closing: { reason, advice },
  },
  {
    by: OWNER,
    body: { type: 'refer', to: 'Frivilligsentralen', reason },
    state: 'REJECTED',
    closing: { reason, referredTo: 'Frivilligsentralen' },
  },
  { by: HER, body: { type: 'withdraw', reason }, state: 'WITHDRAWN', closing: { reason } },
  { by: MANAGER, body: { type: 'stop', reason }, state: 'STOPPED', closing: { reason } },
] as const;

let walked: Walked;
beforeAll(async () => {
  walked = await startWalks(
    ENDS.map(() => open),
    { at: '2027-11-01T08:00:00.000Z', speed: 1 },
  );
}, 120_000);
afterAll(() => walked.close());

describe('a case that is closed', () => {
  it.each(ENDS.map((end, index) => ({ ...end, index, type: body(end), individual: 'individualDecision' in end.body })))(
    '$type by $by (individual decision: $individual): waits for nobody, and says why',
    async ({ by, body: command, state, closing, index, individual }) => {
      const subject = walked.cases[index];
      if (!subject) throw new Error('not planted');
      const user = by === HER ? subject.entrepreneur : by;
      await subject.give(user, command);

      const seen = await subject.as(OWNER);
      expect(seen).toMatchObject({
        state,
        closedAt: expect.any(String),
        waitingFor: null,
        next: [],
        baton: null,
        gate: { blockers: [] },
        stuck: { is: false, causes: [] },
      });
      expect(await subject.status()).toMatchObject({ state, waitingFor: null, closing });
      expect(await subject.as(subject.entrepreneur)).toMatchObject({ state, closing, next: [] });
      expect(await subject.owes('leder.nav')).toEqual([]);
      expect((await subject.owes(OWNER)).filter((kind) => kind.startsWith('gate.'))).toEqual([]);
      expect(await subject.refusalOf(user, command)).toBe('already-closed');
      const told = (await subject.letters())
        .filter(({ template }) => template.startsWith('case'))
        .map(({ to }) => to.id);
      expect(told).toContain(by === HER ? OWNER : subject.entrepreneur);
      const rights = (await subject.deadlines(OWNER)).filter(({ kind }) => kind === 'complaint.right');
      expect(rights.map(({ dueOn }) => dueOn)).toEqual(individual ? ['2027-11-22'] : []);
    },
  );

  it('is opened again with what was owed', async () => {
    const subject = walked.cases[4];
    const seen = await subject?.give(MANAGER, { type: 'reopen', reason: 'Vi har fått flere folk.' });
    expect(seen).toMatchObject({ state: 'OPEN', stuck: expect.any(Object) });
    expect(seen?.next.length).toBeGreaterThan(0);
    expect(await subject?.status()).not.toHaveProperty('closing');
  });
});

function body({ body: { type } }: (typeof ENDS)[number]): string {
  return type;
}
