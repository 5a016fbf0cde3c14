import { describe, expect, it } from '@jest/globals';
import { openOffice } from '#support/office.js';
import { carryOn } from '#support/robot.js';
import type { CommandBody } from '#domain/model/command.js';

describe('a program that only follows `next`', () => {
  it('carries an enquiry through all six phases to COMPLETED, waiting where only time stands in the way', async () => {
    const office = openOffice('2027-01-11T08:00:00.000Z');
    const { phases, steps } = await carryOn({
      look: () => ({ ...office.state(), next: office.next() }),
      post: (user, body) => office.give(user, body as unknown as CommandBody),
      waitUntil: (instant) => office.until(instant),
    });
    expect(phases).toEqual(['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT', 'OPERATION', 'EFFECT_EVALUATION']);
    expect(office.state().state).toBe('COMPLETED');
    expect(steps.length).toBeGreaterThan(40);
  });
});
