import type { Case } from '#domain/model/case.js';
import { stepFinder } from '#domain/next/next-steps.js';
import type { ReadText } from '#domain/next/words/named-thing.js';
import type { StepFinder } from '#domain/next/next-steps.js';
import type { CaseContext } from './case-context.js';

type StepsContext = Pick<CaseContext, 'document' | 'whole' | 'directory' | 'now' | 'texts'>;

/** Words for the labels of steps, by key. */
export const readTexts =
  (texts: ReadonlyMap<string, unknown>): ReadText =>
  (key) => {
    const text = texts.get(key);
    return typeof text === 'string' ? text : undefined;
  };

/** One finder an answer: `next`, the deadlines and the causes of a case ask for the same steps. A state is read anew for each. */
const finders = new WeakMap<Case, StepFinder>();

export function stepsIn({ document, whole, directory, now, texts }: StepsContext): StepFinder {
  const found = finders.get(whole) ?? stepFinder(document, whole, directory, now, readTexts(texts));
  finders.set(whole, found);
  return found;
}
