import type { Case } from '#domain/model/case.js';
import { stepFinder } from '#domain/next/next-steps.js';
import type { StepFinder } from '#domain/next/next-steps.js';
import type { CaseContext } from './case-context.js';

type StepsContext = Pick<CaseContext, 'document' | 'whole' | 'directory' | 'now'>;

/** One finder an answer: `next`, the deadlines and the causes of a case ask for the same steps. A state is read anew for each. */
const finders = new WeakMap<Case, StepFinder>();

export function stepsIn({ document, whole, directory, now }: StepsContext): StepFinder {
  const found = finders.get(whole) ?? stepFinder(document, whole, directory, now);
  finders.set(whole, found);
  return found;
}
