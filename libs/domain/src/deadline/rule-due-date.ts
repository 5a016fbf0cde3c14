import { endOfDay } from '../calendar/oslo-time.js';
import { countForward as countDays, countBack } from '../calendar/count.js';
import { dueDateOf } from '../calendar/due-date.js';
import { scheduleRungs } from '../calendar/schedule-rungs.js';
import { countByRule, isFixedDateCount } from '../rules/count-rules.js';
import { isLocalDate } from '../time.js';
import type { ExcludedDays } from '../calendar/counted-day.js';
import type { CountRequest } from '../calendar/count.js';
import type { DueDate } from '../calendar/due-date.js';
import type { Case, Deadline, Rung } from '../model/case.js';
import type { DeadlineRule, LadderRung, ProcessCore } from '../process/process-document.js';
import type { CalendarId, LocalDate } from '../time.js';
import type { Occurrence } from '../model/occurrences.js';

export interface RuleDueDate extends DueDate {
  readonly count: number;
  readonly calendar: CalendarId;
}

/** When an instance of a rule is due; null when the basis fact lacks the date and the rule has no `otherwise`. */
export function dueDateForRule(
  core: ProcessCore,
  state: Case,
  rule: DeadlineRule,
  basis: Occurrence,
  existing?: Deadline,
): RuleDueDate | null {
  const countedDueDate =
    rule.dateField === undefined ? fromBasis(core, state, rule, basis) : fromField(core, state, rule, basis);
  if (!countedDueDate || !existing?.extended) return countedDueDate;
  return { ...countedDueDate, dueOn: existing.extended.to, dueAt: endOfDay(existing.extended.to) };
}

/** The rule's ladder with instants; slots stay relative to the case (`manager-of:case`) until the rung fires. */
export function rungsForRule(
  core: ProcessCore,
  state: Case,
  rule: DeadlineRule,
  sinceOn: LocalDate,
  dueOn: LocalDate,
): Rung[] {
  const ladder: readonly LadderRung[] = (rule.ladder && core.ladders[rule.ladder]) || [];
  const excludedDays = rule.effect === 'PRACTICE' ? excludedDaysOf(core, state, rule) : {};
  return scheduleRungs({ rungs: ladder, sinceOn, dueOn, ...excludedDays }).map(({ rung, at, to, action }) => ({
    rung,
    at,
    to,
    action,
  }));
}

/** Pauses and quiet periods. They extend PRACTICE deadlines only, and none whose rule names a date. */
function excludedDaysOf(core: ProcessCore, state: Case, rule: DeadlineRule): ExcludedDays {
  if (rule.effect === 'LEGAL' || rule.starts.includes('suspended') || isFixedDateCount(rule.count)) return {};
  const paused = state.pauses.flatMap(({ from, to }) => (to && to >= from ? [{ from, to }] : []));
  return { paused, quiet: core.quietPeriods };
}

function fromBasis(core: ProcessCore, state: Case, rule: DeadlineRule, basis: Occurrence): RuleDueDate {
  const count = countOf(core, state, rule, basis);
  return countedDueDate(core, state, rule, basis, { count, calendar: rule.calendar });
}

type RuleCount = Pick<CountRequest, 'count'> & { readonly calendar: CalendarId };

function countedDueDate(
  core: ProcessCore,
  state: Case,
  rule: DeadlineRule,
  basis: Occurrence,
  ruleCount: RuleCount,
): RuleDueDate {
  return {
    ...ruleCount,
    ...dueDateOf({ basisAt: basis.at, basisOn: basis.on, ...ruleCount, ...excludedDaysOf(core, state, rule) }),
  };
}

/** Due a number of days from a date in the basis fact; without that date by the rule's `otherwise`, else null. */
function fromField(core: ProcessCore, state: Case, rule: DeadlineRule, basis: Occurrence): RuleDueDate | null {
  const date = basis.data[rule.dateField ?? ''];
  if (typeof date !== 'string' || !isLocalDate(date)) {
    return rule.otherwise ? countedDueDate(core, state, rule, basis, rule.otherwise) : null;
  }
  const count = countOf(core, state, rule, basis);
  const calendar = rule.calendar === 'WORKING_DAYS_EEA' ? rule.calendar : 'CALENDAR_DAYS';
  const from = { from: date, count: Math.abs(count), calendar } as const;
  const dueOn = count < 0 ? countBack(from) : countDays(from).date;
  return { count, calendar, dueOn, dueAt: endOfDay(dueOn), skipped: [], paused: [] };
}

function countOf(core: ProcessCore, state: Case, rule: DeadlineRule, basis: Occurrence): number {
  if (typeof rule.count === 'number') return rule.count;
  if ('rule' in rule.count) return countByRule(core, state, basis, rule.count);
  const given = basis.data[rule.count.field];
  const value = typeof given === 'number' && Number.isInteger(given) ? given : rule.count.default;
  return Math.max(value, rule.count.min ?? 0);
}
