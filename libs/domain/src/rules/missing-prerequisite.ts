import { latestFact } from '../model/latest-fact.js';
import { whenRules } from './when-rules.js';
import type { Case } from '../model/case.js';
import type { FactRule, ProcessCore } from '../process/process-document.js';
import type { WhenRuleName } from './rule-names.js';

/** The first required fact that is not registered; undefined when none is missing. */
export function missingPrerequisite(
  core: ProcessCore,
  state: Case,
  { requires = [], requiresWhen = {} }: FactRule,
): string | undefined {
  const conditional = Object.entries(requiresWhen).flatMap(([rule, facts]) =>
    whenRules[rule as WhenRuleName](state, core) ? facts : [],
  );
  return [...requires, ...conditional].find((fact) => !latestFact(state, fact));
}
