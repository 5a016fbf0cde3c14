import { instantInOslo } from '../calendar/oslo-time.js';
import { latestOf } from '../model/latest-fact.js';
import { addMonths } from '../time.js';
import type { Case, Fact } from '../model/case.js';
import type { FactRule } from '../process/process-document.js';
import type { Instant } from '../time.js';
import type { NotBeforeRuleName } from './rule-names.js';

const FIRST_DATA_POINT_MONTHS = 6;

/** The earliest instant at which a fact can be registered; undefined for no limit. `rule-names.ts` describes each. */
const notBeforeRules: Readonly<Record<NotBeforeRuleName, (facts: readonly Fact[]) => Instant | undefined>> = {
  firstDataPoint: (facts) => {
    const started = latestOf(facts);
    return started && instantInOslo(addMonths(started.on, FIRST_DATA_POINT_MONTHS), 0);
  },
};

/** The earliest instant at which the fact can be registered in this case; undefined for no limit. */
export function notBeforeOf(state: Case, rule: FactRule): Instant | undefined {
  if (!rule.notBefore) return undefined;
  const { rule: name, facts = [] } = rule.notBefore;
  return notBeforeRules[name as NotBeforeRuleName](state.facts.filter(({ fact }) => facts.includes(fact)));
}
