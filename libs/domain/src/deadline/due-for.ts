import { endOfDay } from '../calendar/oslo.js';
import { count as countDays, countBack } from '../calendar/count.js';
import { dueOf } from '../calendar/due.js';
import { rungsOf } from '../calendar/rungs.js';
import { countRules } from '../rules/count-rules.js';
import { isLocalDate } from '../time.js';
import type { Rest } from '../calendar/counted-day.js';
import type { Due } from '../calendar/due.js';
import type { Case, Deadline, Rung } from '../case/case.js';
import type { DeadlineRule, LadderRung, ProcessCore } from '../process/core.js';
import type { LocalDate } from '../time.js';
import type { Occurrence } from './occurrences.js';

export interface DueFor extends Due {
  readonly count: number;
}

/** When an instance of a rule is due, or null when the fact it rests on does not carry the date. */
export function dueFor(
  core: ProcessCore,
  state: Case,
  rule: DeadlineRule,
  basis: Occurrence,
  existing?: Deadline,
): DueFor | null {
  const count = countOf(core, state, rule, basis);
  const rest = restOf(core, state, rule);
  const counted = rule.field
    ? dated(rule, basis, count)
    : dueOf({ basisAt: basis.at, basisOn: basis.on, count, calendar: rule.calendar, ...rest });
  if (!counted) return null;
  if (existing?.extended)
    return { ...counted, count, dueOn: existing.extended.to, dueAt: endOfDay(existing.extended.to) };
  return { ...counted, count };
}

/** The rule's ladder for a due date; slots stay places (`manager-of:case`) until the rung fires. */
export function rungsFor(
  core: ProcessCore,
  state: Case,
  rule: DeadlineRule,
  sinceOn: LocalDate,
  dueOn: LocalDate,
): Rung[] {
  const ladder: readonly LadderRung[] = (rule.ladder && core.ladders[rule.ladder]) || [];
  const rest = rule.effect === 'PRACTICE' ? restOf(core, state, rule) : {};
  return rungsOf({ rungs: ladder, sinceOn, dueOn, ...rest }).map(({ rung, at, to, does }) => ({ rung, at, to, does }));
}

/** Pauses and quiet days; they stop practice deadlines only, and never a date that was agreed as such. */
function restOf(core: ProcessCore, state: Case, rule: DeadlineRule): Rest {
  if (rule.effect === 'LEGAL' || rule.starts.includes('suspended')) return {};
  const paused = state.pauses.flatMap(({ from, to }) => (to && to >= from ? [{ from, to }] : []));
  return { paused, quiet: core.quiet };
}

function countOf(core: ProcessCore, state: Case, rule: DeadlineRule, basis: Occurrence): number {
  if (typeof rule.count === 'number') return rule.count;
  if ('rule' in rule.count) return countRules[rule.count.rule]?.(state, core) ?? 0;
  const given = basis.data[rule.count.field];
  const value = typeof given === 'number' && Number.isInteger(given) ? given : rule.count.default;
  return Math.max(value, rule.count.min ?? 0);
}

function dated(rule: DeadlineRule, basis: Occurrence, days: number): Due | null {
  const date = rule.field === undefined ? undefined : basis.data[rule.field];
  if (typeof date !== 'string' || !isLocalDate(date)) return null;
  const calendar = rule.calendar === 'WORKING_DAYS_EEA' ? rule.calendar : 'CALENDAR_DAYS';
  const dueOn =
    days < 0
      ? countBack({ from: date, count: -days, calendar })
      : countDays({ from: date, count: days, calendar }).date;
  return { dueOn, dueAt: endOfDay(dueOn), skipped: [], paused: [] };
}
