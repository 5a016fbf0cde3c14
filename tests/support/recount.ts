import { holidays } from '#domain/calendar/holidays.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { countByRule } from '#domain/rules/count-rules.js';
import { occurrences } from '#domain/model/occurrences.js';
import type { Case, Deadline } from '#domain/model/case.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { DeadlineRule, LadderRung, ProcessCore } from '#domain/process/process-document.js';
import type { LocalDate } from '#domain/time.js';

/**
 * The dates of a case, counted a second time and by simpler means: day by day on a calendar of sets, from the whole
 * history. What it finds must be what the case has, in whatever order the case was paused, extended and corrected.
 */

const DAY = 86_400_000;
const plus = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
const daysFrom = (a: LocalDate, b: LocalDate): LocalDate[] => {
  const found: LocalDate[] = [];
  for (let day = a; day <= b; day = plus(day, 1)) found.push(day);
  return found;
};

const redDays = new Map<string, ReadonlySet<LocalDate>>();
export function isDayOff(date: LocalDate): boolean {
  const year = date.slice(0, 4);
  if (!redDays.has(year)) redDays.set(year, new Set(holidays(Number(year)).map((it) => it.date)));
  return [0, 6].includes(new Date(date).getUTCDay()) || (redDays.get(year)?.has(date) ?? false);
}

/** Weeks 28-30, and 24 December to 1 January. */
function isQuietDay(date: LocalDate): boolean {
  const monthDay = date.slice(5);
  if (monthDay >= '12-24' || monthDay === '01-01') return true;
  const fourthOfJanuary = `${date.slice(0, 4)}-01-04`;
  const firstMonday = plus(fourthOfJanuary, -((new Date(fourthOfJanuary).getUTCDay() + 6) % 7));
  return date >= plus(firstMonday, 27 * 7) && date < plus(firstMonday, 30 * 7);
}

export const rests = ({ effect, nature, runsInPause }: DeadlineRule): boolean =>
  effect === 'PRACTICE' && nature === 'DEBT' && runsInPause !== true;

interface Pause {
  /** Local day of pausing. */
  readonly on: LocalDate;
  /** Local day of resuming. */
  readonly until: LocalDate;
}

/** Pauses that are over, and that lasted past the day on which they began. */
function pausesOf(events: readonly CaseEvent[]): Pause[] {
  const found: Pause[] = [];
  let on: LocalDate | undefined;
  for (const event of events) {
    if (event.type === 'caseSuspended') on = osloDateOf(event.recordedAt);
    if (event.type !== 'caseResumed' || on === undefined) continue;
    const until = osloDateOf(event.recordedAt);
    if (until > on) found.push({ on, until });
    on = undefined;
  }
  return found;
}

const isPausedDay = (pauses: readonly Pause[], day: LocalDate): boolean =>
  pauses.some(({ on, until }) => day > on && day <= until);

/** The date on which the deadline is due; null where the rule gives none. */
export function recountDueOn(
  core: ProcessCore,
  state: Case,
  events: readonly CaseEvent[],
  deadline: Deadline,
): LocalDate | null {
  const rule = core.deadlines[deadline.kind];
  const basis =
    rule &&
    occurrences(state, rule.starts).find(
      ({ seq, about }) => seq === deadline.basis.seq && about?.place === deadline.basis.about?.place,
    );
  if (!rule || !basis) return null;
  const pauses = rests(rule) ? pausesOf(events) : [];
  const from = basisDay(events, state, basis.seq) ?? basis.on;
  const named = rule.dateField === undefined ? undefined : basis.data[rule.dateField];
  const counted =
    typeof named === 'string'
      ? agreed(plus(named, Number(rule.count)), namedOn(events, basis.seq, rule.dateField ?? '', from), rule, pauses)
      : countedFrom(core, rule, from, countOf(core, state, rule, basis), pauses);
  const extension = events.findLast(
    (it) =>
      it.type === 'deadlineExtended' && it.data.deadline === deadline.id && it.seq > openedSeq(events, deadline.id),
  );
  if (extension?.type !== 'deadlineExtended') return counted;
  const extended = agreed(extension.data.until, osloDateOf(extension.recordedAt), rule, pauses);
  return extended > counted ? extended : counted;
}

const openedSeq = (events: readonly CaseEvent[], id: string): number =>
  events.findLast(
    (it) => it.type === 'deadlineOpened' && it.data.deadline.id === id && it.data.deadline.moved.length === 0,
  )?.seq ?? 0;

/** What starts at 24:00 of a day, because a deadline is over, starts on that day. */
function basisDay(events: readonly CaseEvent[], state: Case, seq: number): LocalDate | undefined {
  const event = events.find((it) => it.seq === seq);
  if (event?.type !== 'deadlineBreached' && event?.type !== 'deadlinePassed' && event?.type !== 'caseWentDormant')
    return undefined;
  const minuteBefore = new Date(Date.parse(event.at) - 60_000).toISOString();
  return osloDateOf(minuteBefore);
}

/** The day on which the fact's field got the value that it has. */
function namedOn(events: readonly CaseEvent[], seq: number, field: string, on: LocalDate): LocalDate {
  let since = on;
  let value: unknown;
  const revisions = new Set([seq]);
  for (const event of events) {
    if (event.type === 'factRegistered' && event.seq === seq) value = event.data.data[field];
    if (event.type !== 'factCorrected' || !revisions.has(event.data.event)) continue;
    revisions.add(event.seq);
    if (event.data.data[field] !== value) since = osloDateOf(event.recordedAt);
    value = event.data.data[field];
  }
  return since;
}

function countOf(
  core: ProcessCore,
  state: Case,
  { count }: DeadlineRule,
  basis: ReturnType<typeof occurrences>[number],
): number {
  if (typeof count === 'number') return count;
  if ('rule' in count) return countByRule(core, state, basis, count);
  const given = basis.data[count.field];
  return Math.max(typeof given === 'number' ? given : count.default, count.min ?? 0);
}

/** An agreed date with as many days left after each pause as there were before it. */
function agreed(date: LocalDate, on: LocalDate, rule: DeadlineRule, all: readonly Pause[]): LocalDate {
  const inDays = rule.calendar === 'CALENDAR_DAYS';
  let due = date;
  for (const { on: pausedOn, until } of all) {
    const start = pausedOn < on ? on : pausedOn;
    if (until <= on || due < start || (due === start && start !== pausedOn)) continue;
    let left = daysFrom(plus(start, 1), due).filter((day) => inDays || !isDayOff(day)).length;
    let day = until;
    while (left > 0) {
      day = plus(day, 1);
      if (inDays || !isDayOff(day)) left -= 1;
    }
    while (!inDays && isDayOff(day)) day = plus(day, 1);
    due = day < due ? due : day;
  }
  return due;
}

function countedFrom(
  core: ProcessCore,
  rule: DeadlineRule,
  from: LocalDate,
  n: number,
  pauses: readonly Pause[],
): LocalDate {
  const { calendar, count } =
    rule.dateField !== undefined && rule.otherwise ? rule.otherwise : { calendar: rule.calendar, count: n };
  const fixed = typeof rule.count === 'object' && 'rule' in rule.count && rule.count.rule !== 'procurementSla';
  const quiet = rests(rule) && !fixed && (calendar === 'CALENDAR_DAYS' || calendar === 'WORKING_DAYS_EEA');
  const counts = (day: LocalDate): boolean =>
    !isPausedDay(pauses, day) && !(quiet && isQuietDay(day)) && !(calendar === 'WORKING_DAYS_EEA' && isDayOff(day));
  let left = calendar === 'MONTHS' ? monthsInDays(from, count) : calendar === 'WEEKS' ? 7 * count : count;
  let due = from;
  while (left > 0) {
    due = plus(due, 1);
    if (counts(due)) left -= 1;
  }
  if (rule.movesOffHolidays) while (isDayOff(due) || isPausedDay(pauses, due)) due = plus(due, 1);
  for (const { on, until } of pauses) {
    if (due !== on) continue;
    due = until;
    while (calendar !== 'CALENDAR_DAYS' && isDayOff(due)) due = plus(due, 1);
  }
  return due;
}

function monthsInDays(from: LocalDate, months: number): number {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const end = Math.min(Date.UTC(year, month - 1 + months, day), last.getTime());
  return (end - Date.parse(from)) / DAY;
}

/** The days of a ladder's rungs that lie after `after`, by rung. */
export function recountRungDays({ from, ladder, rule, events, dueOn }: RungQuestion): Map<string, LocalDate> {
  const practice = rule.effect === 'PRACTICE';
  const pauses = rests(rule) ? pausesOf(events) : [];
  const isOut = (day: LocalDate): boolean =>
    practice && (isQuietDay(day) || pauses.some(({ on, until }) => day >= on && day <= until));
  const found = new Map<string, LocalDate>();
  for (const { rung, days, calendar, from: counted, action } of ladder) {
    const stands = (day: LocalDate): boolean => !isOut(day) && (calendar === 'CALENDAR_DAYS' || !isDayOff(day));
    let day = counted === 'SINCE' ? from : dueOn;
    let left = days === 0 && !stands(day) ? -1 : days;
    const step = left < 0 ? -1 : 1;
    while (left !== 0) {
      day = plus(day, step);
      if (stands(day)) left -= step;
    }
    const aside = action === 'remind' ? -1 : 1;
    if (practice && isDayOff(day)) while (isOut(day) || isDayOff(day)) day = plus(day, aside);
    if (day > from) found.set(rung, day);
  }
  return found;
}

interface RungQuestion {
  readonly from: LocalDate;
  readonly dueOn: LocalDate;
  readonly ladder: readonly LadderRung[];
  readonly rule: DeadlineRule;
  readonly events: readonly CaseEvent[];
}
