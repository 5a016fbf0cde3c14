import { addDays, addMonths, daysBetween, yearOf } from '../time.js';
import { latestFact } from '../model/latest-fact.js';
import { routeRuleOf } from './route-of.js';
import type { Case } from '../model/case.js';
import type { Occurrence } from '../model/occurrences.js';
import type { DeadlineRule, ProcessCore } from '../process/core.js';
import type { LocalDate } from '../time.js';
import type { CountRule } from './names.js';

type Count = (state: Case, basis: Occurrence, core: ProcessCore) => number;

/** Where no route has been chosen yet the longest ordinary procedure is allowed for (domain.md D6, Part III). */
const UNROUTED_SLA_DAYS = 180;
/** Data points after the first, in months of operation (domain.md E3). */
const SECOND_DATA_POINT = 12;
const LAST_DATA_POINT = 24;

/** Counts that need code: whole days (or what the rule's calendar counts) from the basis. See `names.ts`. */
export const countRules: Readonly<Record<CountRule, Count>> = {
  procurementSla: (state, _basis, core) => routeRuleOf(state, core)?.slaDays ?? UNROUTED_SLA_DAYS,

  untilBudgetDate: (_state, { key, on }) => {
    const confirmedThisYear = key === 'fact:budgetConfirmed' && on >= `${yearOf(on)}-09-01`;
    const thisYear: LocalDate = `${yearOf(on)}-12-01`;
    return daysBetween(on, thisYear > on && !confirmedThisYear ? thisYear : `${yearOf(on) + 1}-12-01`);
  },

  nextDataPoint: (state, { on, seq }) => {
    const started = latestFact(state, 'operationStarted');
    if (!started) return 1;
    const taken = state.facts.filter((it) => it.fact === 'dataPointRecorded' && !it.retracted && it.seq <= seq).length;
    const due = addMonths(started.on, taken <= 1 ? SECOND_DATA_POINT : LAST_DATA_POINT);
    return Math.max(1, daysBetween(on, due));
  },

  untilResume: (state, { on }) => {
    const from = addDays(on, 1);
    const pause = state.pauses.find((it) => it.from === from) ?? state.pauses.at(-1);
    return pause ? Math.max(0, daysBetween(on, pause.resumeOn)) : 0;
  },
};

/** Counts that say how far it is to a date: neither a pause nor a quiet period moves the date. */
const NAME_A_DATE: ReadonlySet<string> = new Set<CountRule>(['untilBudgetDate', 'nextDataPoint', 'untilResume']);

export function namesADate(count: DeadlineRule['count']): boolean {
  return typeof count === 'object' && 'rule' in count && NAME_A_DATE.has(count.rule);
}
