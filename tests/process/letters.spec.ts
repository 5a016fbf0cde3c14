import { describe, expect, it } from '@jest/globals';
import { isKnownTo, shownCase } from '#domain/policy/not-yet-known.js';
import { visibleAspects } from '#domain/policy/read-access.js';
import { transitionsOf } from '#domain/case/transitions.js';
import { resolveSlot } from '#domain/people/resolve-slot.js';
import { LETTERS } from '#store/mailroom/letters.js';
import { outboxMessagesOf } from '#store/mailroom/outbox-messages-of.js';
import { advanceUntil } from '#support/advance-until.js';
import { demoDirectory, openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const start = '2027-01-11T08:00:00.000Z';
const OWNER = 'saksbehandler.helse';

function owned(): SimulatedCase {
  const simulated = openSimulatedCase(start, { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: OWNER });
  return simulated;
}

/** Every letter of the case so far, as "<template> to <slot>". */
const letters = ({ events }: SimulatedCase): string[] =>
  transitionsOf(null, events)
    .flatMap(outboxMessagesOf)
    .filter(({ status }) => status === 'WAITING')
    .map(({ template, slot }) => `${template} to ${slot}`);

const transfer = (simulated: SimulatedCase, unit: string): void => {
  const { owner } = simulated.state();
  const receivers = [{ unit, person: `leder.${unit}` }];
  simulated.submit(owner, { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: 'text:package' });
  simulated.submit(owner, { type: 'sendHandover' });
};

describe('letters', () => {
  it('are written of every kind of event, or there is a reason why not', () => {
    const silent = Object.values(LETTERS).flatMap((it) => ('silent' in it ? [it.silent] : []));
    expect(silent.every((reason) => reason.length > 10)).toBe(true);
    expect(silent.length).toBeLessThan(Object.keys(LETTERS).length / 2);
  });

  it('tell the entrepreneur who has her case, and the case handler that they have it', () => {
    expect(letters(owned())).toEqual(
      expect.arrayContaining(['ownerAssigned to owner', 'ownerAssigned.entrepreneur to entrepreneur']),
    );
  });

  it('tell of a promise that is missed, and of the new date, the same day', () => {
    const simulated = owned();
    simulated.advanceTo('2027-01-15T09:00:00.000Z');
    expect(letters(simulated)).toContain('promiseMissed to entrepreneur');
    const data = { newDate: '2027-01-22', reason: 'text:r' };
    simulated.submit(OWNER, { type: 'registerFact', fact: 'delayExplained', data });
    expect(letters(simulated)).toContain('promiseMoved to entrepreneur');
  });

  it('tell the entrepreneur at once what is asked of her, and which unit has said yes', () => {
    const simulated = owned();
    simulated.submit(OWNER, { type: 'requestInformation', what: ['text:w'] });
    expect(letters(simulated)).toContain('informationRequested to entrepreneur');
    const question = { kind: 'RECEIVE', question: 'text:q', answerBy: '2027-01-25' } as const;
    simulated.submit(OWNER, { type: 'askUnit', unit: 'nav', ...question });
    expect(letters(simulated)).toContain('deadlineOpened.question.answer to manager-of:nav');
    const asked = simulated.state().questions?.at(-1)?.id ?? '';
    simulated.submit('leder.nav', { type: 'answerQuestion', question: asked, answer: 'YES' });
    expect(letters(simulated)).toEqual(
      expect.arrayContaining([`questionAnswered to user:${OWNER}`, 'questionAnswered.RECEIVE to entrepreneur']),
    );
  });

  it('tell of a pause and its end, of a withdrawal, and of an acceptance to the sender and the entrepreneur', () => {
    const paused = owned();
    paused.submit(OWNER, { type: 'suspend', reason: 'text:r', resumeOn: '2027-02-15', approvedBy: 'leder.helse' });
    expect(letters(paused).some((it) => it.startsWith('deadlineOpened.approval.answer to '))).toBe(true);
    const approval = paused.eventsOfType('approvalAsked')[0]?.data.approval ?? '';
    paused.submit('leder.helse', { type: 'answerApproval', approval, yes: true, reason: 'text:ok' });
    paused.submit(OWNER, { type: 'resume' });
    expect(letters(paused)).toEqual(
      expect.arrayContaining([
        `approvalAnswered.SUSPEND.YES to user:${OWNER}`,
        'caseSuspended to entrepreneur',
        'caseResumed to entrepreneur',
      ]),
    );
    const withdrawn = owned();
    withdrawn.submit('entreprenor.01', { type: 'withdraw', reason: 'text:r' });
    expect(letters(withdrawn)).toContain('caseWithdrawn to owner');
    const accepted = owned();
    transfer(accepted, 'kultur');
    accepted.submit('leder.kultur', { type: 'acceptHandover' });
    expect(letters(accepted)).toEqual(
      expect.arrayContaining([`handoverAccepted to user:${OWNER}`, 'handoverCompleted.TRANSFER to entrepreneur']),
    );
  });

  it('of a handover that nobody answered go to its sender, and once to the manager, who must choose', () => {
    const simulated = owned();
    transfer(simulated, 'kultur');
    simulated.advanceTo('2027-04-01T09:00:00.000Z');
    expect(letters(simulated).filter((it) => /handoverLapsed|deadlineOpened.handover.choice/.test(it))).toEqual([
      `handoverLapsed to user:${OWNER}`,
      'deadlineOpened.handover.choice to manager-of:helse',
    ]);
  });

  it('that were written of one handover are not changed by a later one', () => {
    const simulated = owned();
    transfer(simulated, 'kultur');
    simulated.submit('leder.kultur', { type: 'declineHandover', reason: 'text:r', alternative: 'text:a' });
    transfer(simulated, 'nav');
    const sent = transitionsOf(null, simulated.events)
      .flatMap(outboxMessagesOf)
      .filter(({ slot, template }) => slot.startsWith('receiver:') && template.startsWith('handoverSent'));
    const people = sent.map(({ slot }) => resolveSlot(slot, { case: simulated.state(), directory: demoDirectory })?.id);
    expect(people).toEqual(['leder.kultur', 'leder.nav']);
  });

  it('of an award go to her with the notice to all who tendered, and no sooner', () => {
    const simulated = openSimulatedCase(start, { unit: 'oppvekst' });
    const letter = /^(gateDecided\.PROCEED|factRegistered\.awardNotified) to entrepreneur$/;
    const told = () => letters(simulated).filter((it) => letter.test(it)).length;
    const entrepreneur = { user: 'entreprenor.01', grants: [], speaksFor: ['org:org'] };
    const reads = () => visibleAspects(simulated.state(), entrepreneur);
    const knowsDecision = () => {
      const shown = shownCase(simulated.state(), reads());
      const decided = simulated.eventsOfType('gateDecided').filter(({ data }) => data.gate === 'G5');
      return [
        shown.decision !== null,
        decided.some((event) => isKnownTo(simulated.state(), event, reads())),
        shown.deadlines.some(({ kind }) => kind === 'procurement.award'),
      ];
    };
    advanceUntil(simulated, ({ gate }) => gate === 'G4');
    const data = { route: 'PART_III_EEA' };
    const { owner } = simulated.state();
    simulated.submit(owner, { type: 'registerFact', fact: 'routeChosen', data });
    advanceUntil(simulated, ({ gate }) => gate === 'G5');
    const before = told();
    advanceUntil(simulated, ({ decision }) => decision !== null);
    expect([told(), simulated.state().decision?.toPhase]).toEqual([before, 'OPERATION']);
    expect(knowsDecision()).toEqual([false, false, false]);
    advanceUntil(simulated, ({ facts }) => facts.some(({ fact }) => fact === 'awardNotified'));
    expect(letters(simulated)).toContain('factRegistered.awardNotified to entrepreneur');
    expect([told(), ...knowsDecision()]).toEqual([before + 1, true, true, true]);
  });

  it('of a whole case go to somebody, each once for an event', () => {
    const simulated = openSimulatedCase(start);
    advanceUntil(simulated, (state) => state.phase === 'PROCUREMENT');
    const rows = transitionsOf(null, simulated.events).flatMap(outboxMessagesOf);
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
});
