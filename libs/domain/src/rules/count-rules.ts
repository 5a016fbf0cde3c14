import { addDays, addMonths, daysBetween, yearOf } from '../time.js';
import { latestOf } from '../model/latest-fact.js';
import { routeRuleOf } from './route-of.js';
import type { Case } from '../model/case.js';
import type { Occurrence } from '../model/occurrences.js';
import type { DeadlineRule, ProcessCore, RuleCall } from '../process/process-document.js';
import type { LocalDate } from '../time.js';
import type { CountRuleName } from './rule-names.js';

/** @param facts  those that the rule asks about. */
type CountFunction = (core: ProcessCore, state: Case, basis: Occurrence, facts: readonly string[]) => number;

/** The longest ordinary procedure, used until a route is chosen (domain.md D6, Part III). */
const SLA_DAYS_WITHOUT_ROUTE = 180;
/** Operation goes on until there is a year to evaluate, and a month to read its figures. */
const DAYS_WITHOUT_SLA = 395;
/** Two weeks without their weekends: what is left to do when a gate closes again late in a phase. */
const LEAST_DAYS_TO_PREPARE = 10;
/** Months of operation at which the later data points are due (domain.md E3). */
const SECOND_DATA_POINT_MONTHS = 12;
const LAST_DATA_POINT_MONTHS = 24;

/** The count of a deadline from its basis, in the unit of the rule's calendar. `rule-names.ts` describes each. */
const countRules: Readonly<Record<CountRuleName, CountFunction>> = {
  procurementSla: (core, state) => routeRuleOf(core, state)?.slaDays ?? SLA_DAYS_WITHOUT_ROUTE,

  untilBudgetDate: (_core, _state, { key, on }, facts) => {
    const confirmedThisYear = facts.some((fact) => key === `fact:${fact}`) && on >= `${yearOf(on)}-09-01`;
    const thisYear: LocalDate = `${yearOf(on)}-12-01`;
    return daysBetween(on, thisYear > on && !confirmedThisYear ? thisYear : `${yearOf(on) + 1}-12-01`);
  },

  nextDataPoint: (_core, state, { key, on, seq }, facts) => {
    const started = latestOf(state.facts.filter(({ fact }) => facts.includes(fact)));
    if (!started) return 1;
    const taken = state.facts.filter((it) => `fact:${it.fact}` === key && !it.retracted && it.seq <= seq).length;
    const due = addMonths(started.on, taken <= 1 ? SECOND_DATA_POINT_MONTHS : LAST_DATA_POINT_MONTHS);
    return Math.max(1, daysBetween(on, due));
  },

  untilPhaseEnds: (core, { deadlines }, { on }) => {
    const isOwed = ({ state, metAt }: Case['deadlines'][number]) => state !== 'CANCELLED' && metAt === undefined;
    const ends = deadlines.filter((it) => core.deadlines[it.kind]?.phaseSla && isOwed(it)).map(({ dueOn }) => dueOn);
    const latest = ends.sort().at(-1);
    return Math.max(latest === undefined ? DAYS_WITHOUT_SLA : daysBetween(on, latest), LEAST_DAYS_TO_PREPARE);
  },

  untilResume: (_core, state, { on }) => {
    const from = addDays(on, 1);
    const pause = state.pauses.find((it) => it.from === from) ?? state.pauses.at(-1);
    return pause ? Math.max(0, daysBetween(on, pause.resumeOn)) : 0;
  },
};

/** The count of a rule that the process names. */
export function countByRule(core: ProcessCore, state: Case, basis: Occurrence, { rule, facts = [] }: RuleCall): number {
  return countRules[rule as CountRuleName](core, state, basis, facts);
}

/** Counts that end on a fixed date, which neither a pause nor a quiet period moves. */
const FIXED_DATE_COUNTS: ReadonlySet<string> = new Set<CountRuleName>([
  'untilBudgetDate',
  'nextDataPoint',
  'untilResume',
  'untilPhaseEnds',
]);

/** Counts to the date of another deadline, which moves without a new fact or pause. */
export function countsToDeadline(count: DeadlineRule['count']): boolean {
  return typeof count === 'object' && 'rule' in count && count.rule === ('untilPhaseEnds' satisfies CountRuleName);
}

export function isFixedDateCount(count: DeadlineRule['count']): boolean {
  return typeof count === 'object' && 'rule' in count && FIXED_DATE_COUNTS.has(count.rule);
}
