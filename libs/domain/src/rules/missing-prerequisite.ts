import { latestFact } from '../model/latest-fact.js';
import { isTrue } from './when-rules.js';
import type { Case } from '../model/case.js';
import type { FactRule, ProcessCore } from '../process/process-document.js';

/** The first required fact that is not registered; undefined when none is missing. */
export function missingPrerequisite(
  core: ProcessCore,
  state: Case,
  { requires = [], requiresWhen = {} }: FactRule,
): string | undefined {
  const conditional = Object.entries(requiresWhen).flatMap(([rule, facts]) =>
    isTrue(core, state, { rule }) ? facts : [],
  );
  return [...requires, ...conditional].find((fact) => !latestFact(state, fact));
}
