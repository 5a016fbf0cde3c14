import { minimalBody, deepMerge } from '#domain/next/minimal-body.js';
import type { Case } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { SimulatedCase } from './simulated-case.js';

/** Takes the first step that `next` offers, again and again, until `isReached` holds. */
export function advanceUntil(simulated: SimulatedCase, isReached: (state: Case) => boolean): void {
  for (let steps = 0; !isReached(simulated.state()); steps += 1) {
    const [step] = simulated.next();
    const user = step?.by[0]?.user;
    if (!step || user === undefined || steps > 150) throw new Error(`never got there from ${simulated.state().gate}`);
    if (step.notBefore !== undefined) simulated.advanceTo(step.notBefore);
    simulated.submit(user, deepMerge({ ...step.body }, minimalBody(step.input)) as unknown as CommandBody);
  }
}
