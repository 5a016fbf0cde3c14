import type { Case } from '../model/case.js';
import { evolve } from './evolve.js';
import type { CaseEvent } from '../model/events.js';

/** The case before and after one event. */
export interface Step {
  readonly before: Case | null;
  readonly event: CaseEvent;
  readonly after: Case;
}

/** Folds events one by one, keeping what the case was in between. */
export function stepsOf(from: Case | null, events: readonly CaseEvent[]): Step[] {
  const steps: Step[] = [];
  let before = from;
  for (const event of events) {
    const after = evolve(before, event);
    steps.push({ before, event, after });
    before = after;
  }
  return steps;
}
