import { describe, expect, it } from '@jest/globals';
import { openSimulatedCase } from '#support/simulated-case.js';
import { followNextSteps } from '#support/follow-next-steps.js';
import { newestProcess } from '#processes/versions.js';
import type { CommandBody } from '#domain/model/command.js';

describe('a program that only follows `next`', () => {
  it('carries an enquiry through all six phases to COMPLETED, waiting where only time stands in the way', async () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z');
    const { phases, steps } = await followNextSteps({
      readCase: () => ({ ...simulated.state(), next: simulated.next() }),
      submit: (user, body) => simulated.submit(user, body as unknown as CommandBody),
      waitUntil: (instant) => simulated.advanceTo(instant),
    });
    expect(phases).toEqual(['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT', 'OPERATION', 'EFFECT_EVALUATION']);
    expect(simulated.state().state).toBe('COMPLETED');
    expect(steps.length).toBeGreaterThan(40);
  });

  it.each(Object.keys(newestProcess.routes))('carries it to COMPLETED by the route %s', async (route) => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z');
    await followNextSteps(
      {
        readCase: () => ({ ...simulated.state(), next: simulated.next() }),
        submit: (user, body) => simulated.submit(user, body as unknown as CommandBody),
        waitUntil: (instant) => simulated.advanceTo(instant),
      },
      ({ body }) => (body['data'] as { route?: string } | undefined)?.route === route,
    );
    expect({ state: simulated.state().state, route: simulated.state().route }).toEqual({ state: 'COMPLETED', route });
  });
});
