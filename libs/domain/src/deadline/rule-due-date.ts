import { endOfDay } from '../calendar/oslo-time.js';
import { countForward as countDays, countBack } from '../calendar/count.js';
import { dueDateOf } from '../calendar/due-date.js';
import { agreedDate, dueAfterPause } from '../calendar/paused-date.js';
import { scheduleRungs } from '../calendar/schedule-rungs.js';
import { dayBefore } from '../calendar/span.js';
import { countByRule, isFixedDateCount } from '../rules/count-rules.js';
import { isLocalDate } from '../time.js';
import type { ExcludedDays } from '../calendar/counted-day.js';
import type { CountRequest } from '../calendar/count.js';
import type { DueDate } from '../calendar/due-date.js';
import type { Span } from '../calendar/span.js';
import type { Case, Deadline, Rung } from '../model/case.js';
import type { DeadlineRule, LadderRung, ProcessCore } from '../process/process-document.js';
import type { CalendarId, DayCalendar, LocalDate } from '../time.js';
import type { Occurrence } from '../model/occurrences.js';

export interface RuleDueDate extends DueDate {
  readonly count: number;
  readonly calendar: CalendarId;
}

/**
 * When an instance of a rule is due; null when the basis fact lacks the date and the rule has no `otherwise`.
 *
 * 1. A period is counted from the basis; an agreed date (a date in the fact, an extension) is the date itself.
 * 2. Pauses after the basis, or after the date was agreed on, move it on where the rule rests in pauses.
 * 3. An extension gives more time and never less: of the two dates the later one holds, however often it is recounted.
 */
export function dueDateForRule(
  core: ProcessCore,
  state: Case,
  rule: DeadlineRule,
  basis: Occurrence,
  existing?: Pick<Deadline, 'extended'>,
): RuleDueDate | null {
  const counted =
    rule.dateField === undefined ? fromBasis(core, state, rule, basis) : fromField(core, state, rule, basis);
  if (!counted || !existing?.extended) return counted;
  const { to, on } = existing.extended;
  const extended = fromAgreedDate(state, rule, to, on);
  return extended.dueOn > counted.dueOn ? { ...counted, ...extended } : counted;
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
  const practice = rule.effect === 'PRACTICE';
  // The day of the pause itself is left out too: a rung in its morning has fired, or fell while the case was paused.
  const paused = pausesOf(state, rule).map(({ from, to }) => ({ from: dayBefore(from), to }));
  const excludedDays = practice ? { paused, quiet: core.quietPeriods } : {};
  return scheduleRungs({ rungs: ladder, sinceOn, dueOn, onWorkingDays: practice, ...excludedDays }).map(
    ({ rung, at, to, action }) => ({ rung, at, to, action }),
  );
}

/** Whether the deadline stands still while the case is paused. What the law says, a hold and a right run. */
export function restsInPause({ effect, nature, runsInPause }: DeadlineRule): boolean {
  return effect === 'PRACTICE' && nature === 'DEBT' && !runsInPause;
}

function pausesOf(state: Case, rule: DeadlineRule): readonly Span[] {
  if (!restsInPause(rule)) return [];
  return state.pauses.flatMap(({ from, to }) => (to && to >= from ? [{ from, to }] : []));
}

/** Pauses, and for what is counted in days also quiet periods. They move what rests in pauses, and nothing else. */
function excludedDaysOf(core: ProcessCore, state: Case, rule: DeadlineRule): ExcludedDays {
  if (!restsInPause(rule)) return {};
  return { paused: pausesOf(state, rule), ...(!isFixedDateCount(rule.count) && { quiet: core.quietPeriods }) };
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
  const { movesOffHolidays } = rule;
  const counted = dueDateOf({
    basisAt: basis.at,
    basisOn: basis.on,
    ...ruleCount,
    ...excludedDaysOf(core, state, rule),
    ...(movesOffHolidays !== undefined && { movesOffHolidays }),
  });
  if (ruleCount.calendar === 'HOURS') return { ...ruleCount, ...counted };
  const dueOn = dueAfterPause(counted.dueOn, dayCalendarOf(ruleCount.calendar), pausesOf(state, rule));
  return { ...ruleCount, ...counted, dueOn, dueAt: endOfDay(dueOn) };
}

/** Due a number of days from a date in the basis fact; without that date by the rule's `otherwise`, else null. */
function fromField(core: ProcessCore, state: Case, rule: DeadlineRule, basis: Occurrence): RuleDueDate | null {
  const field = rule.dateField ?? '';
  const date = basis.data[field];
  if (typeof date !== 'string' || !isLocalDate(date)) {
    return rule.otherwise ? countedDueDate(core, state, rule, basis, rule.otherwise) : null;
  }
  const count = countOf(core, state, rule, basis);
  const calendar = rule.calendar === 'WORKING_DAYS_EEA' ? rule.calendar : 'CALENDAR_DAYS';
  const from = { from: date, count: Math.abs(count), calendar } as const;
  const named = count < 0 ? countBack(from) : countDays(from).date;
  return { count, calendar, ...fromAgreedDate(state, rule, named, basis.changedOn?.[field] ?? basis.on) };
}

function fromAgreedDate(state: Case, rule: DeadlineRule, date: LocalDate, agreedOn: LocalDate): DueDate {
  const paused = pausesOf(state, rule);
  const calendar = dayCalendarOf(rule.calendar);
  const agreed = agreedDate({ date, agreedOn, calendar, paused });
  const dueOn = dueAfterPause(
    agreed.date,
    calendar,
    paused.filter(({ to }) => to > agreedOn),
  );
  return { dueOn, dueAt: endOfDay(dueOn), skipped: [], paused: agreed.paused };
}

/** In which the days are counted that are left when a case is paused. */
function dayCalendarOf(calendar: CalendarId): DayCalendar {
  return calendar === 'CALENDAR_DAYS' ? calendar : 'WORKING_DAYS_EEA';
}

function countOf(core: ProcessCore, state: Case, rule: DeadlineRule, basis: Occurrence): number {
  if (typeof rule.count === 'number') return rule.count;
  if ('rule' in rule.count) return countByRule(core, state, basis, rule.count);
  const given = basis.data[rule.count.field];
  const value = typeof given === 'number' && Number.isInteger(given) ? given : rule.count.default;
  return Math.max(value, rule.count.min ?? 0);
}
