import type { Case } from '../model/case.js';
import { evolve } from './evolve.js';
import type { CaseEvent } from '../model/events.js';

/** An event with the case before and after it. */
export interface Transition {
  readonly before: Case | null;
  readonly event: CaseEvent;
  readonly after: Case;
}

/** Folds events one by one and keeps every intermediate case. */
export function transitionsOf(from: Case | null, events: readonly CaseEvent[]): Transition[] {
  const steps: Transition[] = [];
  let before = from;
  for (const event of events) {
    const after = evolve(before, event);
    steps.push({ before, event, after });
    before = after;
  }
  return steps;
}
