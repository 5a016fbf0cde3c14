import { latestFact } from '../model/latest-fact.js';
import { whenRules } from './when-rules.js';
import type { Case } from '../model/case.js';
import type { FactRule, ProcessCore } from '../process/core.js';
import type { WhenRule } from './names.js';

/** The first fact that must stand before this one and does not; undefined when nothing is missing. */
export function missingBefore(
  core: ProcessCore,
  state: Case,
  { requires = [], requiresWhen = {} }: FactRule,
): string | undefined {
  const conditional = Object.entries(requiresWhen).flatMap(([rule, facts]) =>
    whenRules[rule as WhenRule](state, core) ? facts : [],
  );
  return [...requires, ...conditional].find((fact) => !latestFact(state, fact));
}
