import { describe, expect, it } from '@jest/globals';
import { deepMerge, minimalBody } from './minimal-body.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { CommandBody } from '../model/command.js';
import type { NextStep } from './next-steps.js';

/** The steps in each of the first states that prompt people lead a case through. */
function onTheWay(states: number): NextStep[][] {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z');
  return Array.from({ length: states }, () => {
    const next = simulated.next();
    const [step] = next;
    if (!step) throw new Error('no step');
    if (step.notBefore !== undefined) simulated.advanceTo(step.notBefore);
    const body = deepMerge(step.body, minimalBody(step.input)) as unknown as CommandBody;
    simulated.submit(step.by[0]?.user ?? '', body);
    return next;
  });
}

const actOf = ({ command, body }: NextStep): string =>
  [command, body['fact'] ?? body['item'] ?? body['decision'] ?? body['kind'] ?? body['question']].join(' ');

describe('the steps of a case', () => {
  it('name two people each, and of another way of the same act only the one who would take it', () => {
    const counts = { first: 0, again: 0 };
    for (const steps of onTheWay(20)) {
      const acts = new Set<string>();
      for (const step of steps) {
        const again = acts.has(actOf(step));
        acts.add(actOf(step));
        expect(step.by.length).toBeGreaterThan(0);
        expect(step.by.length).toBeLessThanOrEqual(again ? 1 : 2);
        if (step.by.length === 2) counts.first += 1;
        if (again) counts.again += 1;
      }
    }
    expect(Math.min(counts.first, counts.again)).toBeGreaterThan(0);
  });

  it('are never more than thirty-two, and no two are the same', () => {
    for (const steps of onTheWay(20)) {
      const shown = steps.map(({ label, body }) => JSON.stringify([label.nb, body]));
      expect(steps.length).toBeLessThanOrEqual(32);
      expect(new Set(shown).size).toBe(shown.length);
    }
  });
});
