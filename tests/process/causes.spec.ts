import { describe, expect, it } from '@jest/globals';
import { endOfDay, osloDateOf } from '#domain/calendar/oslo-time.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { stuckStatus } from '#domain/stuck/stuck-status.js';
import { newestProcess } from '#processes/versions.js';
import { advanceUntil } from '#support/advance-until.js';
import { daysLater, openSimulatedCase } from '#support/simulated-case.js';
import type { Case } from '#domain/model/case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const reason = 'text:r';

function until(isThere: (state: Case) => boolean): SimulatedCase {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  advanceUntil(simulated, isThere);
  return simulated;
}

const isSentToTwo = ({ handovers }: Case): boolean =>
  handovers.at(-1)?.state === 'SENT' && handovers.at(-1)?.receivers.length === 2;

/** What the case is stuck for, and who is named. */
const causes = (simulated: SimulatedCase): string[] =>
  stuckStatus(newestProcess, simulated.state(), simulated.now()).causes.map(
    ({ code, kind, owedBy }) => `${code} ${kind} by ${owedBy.user ?? owedBy.role}`,
  );

const receivers = (simulated: SimulatedCase): readonly string[] =>
  simulated
    .state()
    .handovers.at(-1)
    ?.receivers.map(({ person }) => person) ?? [];

describe('a handover', () => {
  it('that got more time is no cause before the new date, and one from its end on', () => {
    const simulated = until(isSentToTwo);
    simulated.advanceTo(daysLater(simulated.now(), 70));
    const newDate = workingDayOnOrAfter(osloDateOf(daysLater(simulated.now(), 14)));
    simulated.submit('leder.helse', { type: 'resolveLapsed', choice: 'EXTEND', until: newDate, reason });
    expect(causes(simulated).filter((it) => it.startsWith('HANDOVER'))).toEqual([]);
    simulated.advanceTo(endOfDay(newDate));
    expect(causes(simulated).slice(0, 2)).toEqual(
      receivers(simulated).map((person) => `HANDOVER_OPEN handover.answerAgain by ${person}`),
    );
  });

  it('that came back is the cause until it is sent again, also while a new draft is written', () => {
    const simulated = until(isSentToTwo);
    simulated.submit(receivers(simulated)[0] ?? '', { type: 'returnHandover', gaps: 'text:gaps' });
    simulated.advanceTo(daysLater(simulated.now(), 30));
    const { owner } = simulated.state();
    expect(causes(simulated)[0]).toBe(`HANDOVER_RETURNED handover.gaps by ${owner}`);
    const [step] = simulated.next();
    expect(step?.command).toBe('draftHandover');
    expect(step?.why.nb).toContain('sendte overleveringen tilbake');
    simulated.submit(owner, { ...step?.body, package: 'text:package' } as never);
    expect(causes(simulated)[0]).toBe(`HANDOVER_RETURNED handover.gaps by ${owner}`);
  });

  it('is answered by every receiver: `next` names all who are to, and each who has not is a cause', () => {
    const simulated = until(isSentToTwo);
    const answer = simulated.next().find(({ command }) => command === 'acknowledgeHandover');
    expect(answer?.by.map(({ user }) => user).sort()).toEqual([...receivers(simulated)].sort());
    simulated.advanceTo(daysLater(simulated.now(), 20));
    expect(causes(simulated).slice(0, 2)).toEqual(
      receivers(simulated).map((person) => `HANDOVER_OPEN handover.answer by ${person}`),
    );
  });
});

describe('a decision', () => {
  it('that is late and not ready names whoever is to make it ready, and not the decider', () => {
    const simulated = until(({ gate, facts }) => gate === 'G4' && facts.some(({ fact }) => fact === 'pilotStarted'));
    simulated.advanceTo(daysLater(simulated.now(), 260));
    const late = stuckStatus(newestProcess, simulated.state(), simulated.now()).causes;
    const decision = late.find(({ kind }) => kind === 'pilot.decision');
    expect(decision?.owedBy.role).not.toBe('kommunalsjef');
    expect(decision?.nextAction.command).not.toBe('decideGate');
  });
});

describe('a deputy who is there already', () => {
  it('is confirmed: naming the same person again would change nothing', () => {
    const simulated = until(({ phase, deputy }) => phase === 'MENTORING' && deputy !== null);
    const debt = (): string | undefined =>
      simulated.state().deadlines.findLast(({ kind }) => kind === 'deputy.confirm')?.state;
    expect(debt()).toBe('OPEN');
    const step = simulated.next().find(({ body }) => body['fact'] === 'deputyConfirmed');
    expect(simulated.next().some(({ command }) => command === 'nameDeputy')).toBe(false);
    simulated.submit(step?.by[0]?.user ?? '', { ...step?.body } as never);
    expect(debt()).toBe('MET');
  });
});
