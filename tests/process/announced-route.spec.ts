import { describe, expect, it } from '@jest/globals';
import { minimalBody, deepMerge } from '#domain/next/minimal-body.js';
import { daysLater, openSimulatedCase } from '#support/simulated-case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { NextStep } from '#domain/next/next-steps.js';
import type { SimulatedCase } from '#support/simulated-case.js';

/** The step that chooses this route, or else the first step. */
function stepTowardsRoute(simulated: SimulatedCase, route: string): NextStep {
  const steps = simulated.next();
  const chosen = steps.find(({ body }) => (body.data as { route?: unknown } | undefined)?.route === route) ?? steps[0];
  if (!chosen) throw new Error(`nothing to do in ${simulated.state().phase}`);
  return chosen;
}

describe('a route that must be announced', () => {
  it('is evaluated after the tender period, and signed after the award and its standstill', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'oppvekst' });
    while (simulated.state().phase !== 'OPERATION') {
      const { command, body, input, by, notBefore } = stepTowardsRoute(simulated, 'PART_III_EEA');
      if (notBefore !== undefined) simulated.advanceTo(notBefore);
      simulated.submit(
        by[0]?.user ?? '',
        deepMerge({ type: command, ...body }, minimalBody(input)) as unknown as CommandBody,
      );
    }
    const registeredAt = (fact: string): string =>
      simulated.eventsOfType('factRegistered').find(({ data }) => data.fact === fact)?.at ?? 'never';
    const [notice, evaluated, award, signed] = [
      registeredAt('noticePublished'),
      registeredAt('tendersEvaluated'),
      registeredAt('awardNotified'),
      registeredAt('agreementSigned'),
    ] as const;
    expect(evaluated > daysLater(notice, 30)).toBe(true);
    expect(award > evaluated).toBe(true);
    expect(signed > daysLater(award, 10)).toBe(true);
  });
});
