import { describe, expect, it } from '@jest/globals';
import { nextSteps } from '#domain/next/next-steps.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { addDays } from '#domain/time.js';
import type { CommandBody } from '#domain/model/command.js';
import { newestProcess } from '#processes/versions.js';
import { continueCase } from '#support/continued-case.js';
import type { ContinuedCase } from '#support/continued-case.js';
import { followNextSteps } from '#support/follow-next-steps.js';
import { COMMANDS } from '#support/random-life.js';
import { demoDirectory, openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

/** Texts as a person reads them: the same words for the same key. */
const read = (key: string): string => key.replace('text:', '');

/** Labels that one person has on two buttons of one case. */
function doubles(simulated: Pick<SimulatedCase, 'state' | 'now'>): string[] {
  const steps = nextSteps(newestProcess, simulated.state(), demoDirectory, simulated.now(), read);
  const taken = steps.flatMap(({ by, label }) => by.map(({ user }) => `${user}: ${label.nb}`));
  return taken.filter((it, index) => taken.indexOf(it) !== index);
}

const later = ({ now }: Pick<SimulatedCase, 'now'>, days: number) =>
  workingDayOnOrAfter(addDays(osloDateOf(now()), days));

/** What puts several things of one kind on a case, some in the same words. */
const SEVERAL: readonly ((simulated: ContinuedCase) => [string, CommandBody])[] = [
  ...COMMANDS.slice(7, 8),
  ...COMMANDS.slice(12, 16),
  ...(['helse', 'kultur', 'kultur'] as const).map(
    (unit): ((simulated: ContinuedCase) => [string, CommandBody]) =>
      (simulated) => [
        simulated.state().owner,
        { type: 'askUnit', unit, kind: 'QUESTION', question: 'text:q', answerBy: later(simulated, 10) },
      ],
  ),
];

describe('the buttons of one person on one case', () => {
  it('have different words at every step of the robot, with several things of a kind on the case', async () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z');
    const found: string[] = [];
    let turns = 0;
    await followNextSteps({
      readCase: () => {
        found.push(...doubles(simulated));
        const crowded = continueCase(simulated.state(), simulated.now());
        for (const several of [...SEVERAL, ...SEVERAL]) {
          if (crowded.trySubmit(...several(crowded)) === null) turns += 1;
          found.push(...doubles(crowded));
        }
        crowded.advanceTo(`${later(crowded, 30)}T12:00:00.000Z`);
        found.push(...doubles(crowded));
        return { ...simulated.state(), next: simulated.next() };
      },
      submit: (user, body) => simulated.submit(user, body as unknown as CommandBody),
      waitUntil: (instant) => simulated.advanceTo(instant),
    });
    expect([...new Set(found)].sort()).toEqual([]);
    expect(turns).toBeGreaterThan(300);
  }, 300_000);
});
