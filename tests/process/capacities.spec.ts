import { beforeEach, describe, expect, it } from '@jest/globals';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { isOwed } from '#domain/deadline/owed.js';
import { deepMerge, minimalBody } from '#domain/next/minimal-body.js';
import { newestProcess } from '#processes/versions.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { Case } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

let simulated: SimulatedCase;
beforeEach(() => {
  simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
});

/** Takes the first step of `next` until the case is where the test wants it. */
function followUntil(isThere: (state: Case) => boolean): void {
  for (let taken = 0; !isThere(simulated.state()); taken += 1) {
    const [step] = simulated.next();
    const user = step?.by[0]?.user;
    if (!step || user === undefined || taken > 150) throw new Error(`stopped in ${simulated.state().phase}`);
    if (step.notBefore !== undefined) simulated.advanceTo(step.notBefore);
    simulated.submit(user, deepMerge({ ...step.body }, minimalBody(step.input)) as unknown as CommandBody);
  }
}

const isIn =
  (phase: Case['phase']) =>
  (state: Case): boolean =>
    state.phase === phase;

const holder = (role: string): string | undefined =>
  simulated.state().parties?.findLast((it) => it.role === role && it.to === null)?.party;

const owed = (kind: string) => simulated.state().deadlines.find((it) => it.kind === kind && isOwed(it));

function owes(kind: string): string | undefined {
  const deadline = owed(kind);
  if (!deadline) throw new Error(`nobody owes ${kind}`);
  return debtor(newestProcess, simulated.state(), deadline).user;
}

describe('a handover accepted in a capacity', () => {
  it('gives buyer, contract manager and operation owner their duties, and the case to the operation owner', () => {
    followUntil(isIn('PROCUREMENT'));
    expect(holder('innkjoper')).toBe('innkjoper');
    expect(simulated.state().owner).not.toBe('innkjoper');
    expect(owes('procurement.routeMemo')).toBe('innkjoper');
    followUntil(isIn('OPERATION'));
    expect(simulated.state().owner).toBe(holder('driftsansvarlig'));
    expect(holder('kontraktsforvalter')).toBe('kontraktsforvalter');
    expect(owes('operation.review')).toBe(simulated.state().owner);
    followUntil(() => owed('operation.risk') !== undefined);
    expect(owes('operation.risk')).toBe('kontraktsforvalter');
    expect(
      simulated
        .state()
        .handovers.at(-1)
        ?.receivers.flatMap(({ capacities }) => capacities ?? []),
    ).toEqual(['contractManager', 'operationOwner']);
  });

  it('leaves the case with the operation owner during the evaluation, which the evaluator owes', () => {
    followUntil(isIn('OPERATION'));
    const { owner } = simulated.state();
    followUntil(isIn('EFFECT_EVALUATION'));
    expect(simulated.state().owner).toBe(owner);
    expect(owes('evaluation.report')).toBe('evaluator');
  });

  it('makes the new owner the contact, who greets the entrepreneur, unless somebody else was chosen', () => {
    followUntil(isIn('MENTORING'));
    const { owner } = simulated.state();
    expect(simulated.state().contact).toBe(owner);
    expect(owes('handover.welcome')).toBe(owner);
    expect(owed('handover.welcome')).toMatchObject({ owedTo: { party: 'ENTREPRENEUR' }, count: 3 });
    simulated.submit(owner, { type: 'registerFact', fact: 'contactMade', data: {} });
    expect(owed('handover.welcome')).toBeUndefined();
    const chosen = 'saksbehandler2.helse';
    simulated.submit(simulated.state().owner, { type: 'changeContact', contact: chosen, note: 'text:n' });
    followUntil(isIn('PILOT'));
    expect(simulated.state().contact).toBe(chosen);
    expect(simulated.state().owner).not.toBe(chosen);
    expect(owed('handover.welcome')).toBeUndefined();
  });
});

describe('a transfer to another unit', () => {
  it("takes the case from the old unit's deputy", () => {
    simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    simulated.submit('saksbehandler.helse', { type: 'nameDeputy', deputy: 'saksbehandler2.helse' });
    const receivers = [{ unit: 'nav', person: 'saksbehandler.nav' }];
    simulated.submit('saksbehandler.helse', {
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers,
      package: 'text:p',
    });
    simulated.submit('saksbehandler.helse', { type: 'sendHandover' });
    simulated.submit('saksbehandler.nav', { type: 'acceptHandover' });
    expect(simulated.state()).toMatchObject({ owner: 'saksbehandler.nav', unit: 'nav', deputy: null });
    const back = { type: 'assignOwner', owner: 'saksbehandler.helse' } as const;
    expect(simulated.trySubmit('saksbehandler2.helse', back)).toMatchObject({ code: 'forbidden' });
  });
});

describe('a role in the case', () => {
  it('passes to another, and with it what that person owes', () => {
    followUntil(isIn('OPERATION'));
    const { owner } = simulated.state();
    simulated.submit(owner, { type: 'assignRole', role: 'driftsansvarlig', person: 'driftsansvarlig.nav' });
    expect(owes('operation.review')).toBe('driftsansvarlig.nav');
    expect(simulated.state().parties?.filter(({ role, to }) => role === 'driftsansvarlig' && to === null)).toHaveLength(
      1,
    );
  });

  it('is refused to who has left, who may not hold it, and where there is no such duty', () => {
    const give = (role: string, person: string) => simulated.trySubmit('mottak', { type: 'assignRole', role, person });
    expect(give('mentor', 'somebody.who.left')).toMatchObject({ code: 'unknown-person' });
    expect(give('mentor', 'redaktor')).toMatchObject({ code: 'unknown-person' });
    expect(give('redaktor', 'redaktor')).toMatchObject({ code: 'out-of-range' });
  });
});

describe('a case completed with "continue"', () => {
  const complete = (decision: string): void => {
    followUntil(isIn('EFFECT_EVALUATION'));
    simulated.submit(simulated.state().owner, { type: 'registerFact', fact: 'deviationReported', data: {} });
    simulated.submit(simulated.state().owner, { type: 'registerFact', fact: 'operationReviewed', data: {} });
    followUntil(({ decisions }) => decisions.some(({ gate }) => gate === 'G7'));
    const data = { decision, reason: 'text:r' };
    simulated.submit(simulated.state().owner, { type: 'registerFact', fact: 'decisionRecorded', data });
    followUntil(({ closedAt }) => closedAt !== undefined);
    expect(simulated.state().state).toBe('COMPLETED');
  };

  it('goes on owing the duties of operation and the answer to a deviation, by the operation owner', () => {
    complete('CONTINUE');
    const { owner } = simulated.state();
    expect(owes('operation.quarterly') ?? owes('operation.checkpoint')).toBe(owner);
    expect(owes('deviation.answer')).toBe(owner);
    simulated.submit(owner, { type: 'registerFact', fact: 'deviationAnswered', data: {} });
    expect(owed('deviation.answer')).toBeUndefined();
  });

  it('ends those duties when the operation stops, but not the answer to a deviation', () => {
    complete('STOP');
    const kinds = simulated
      .state()
      .deadlines.filter(isOwed)
      .map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('operation.'))).toEqual([]);
    expect(kinds).toContain('deviation.answer');
  });
});
