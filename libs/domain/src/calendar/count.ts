import { addMonths, daysBetween } from '../time.js';
import type { CalendarId, DayCalendar, LocalDate } from '../time.js';
import { countedDayFrom, isExcluded } from './counted-day.js';
import type { ExcludedDays } from './counted-day.js';
import { dayOffReason } from './holidays.js';
import { appendDay, dayAfter } from './span.js';
import type { Span } from './span.js';
import {
  FIRST_DAY,
  LAST_DAY,
  LAST_YEAR,
  FIRST_YEAR,
  unsupportedDateError,
  requireSupportedDate,
} from './supported-years.js';

export interface SkippedDay {
  readonly date: LocalDate;
  /** In bokmål: `lørdag`, `søndag` or the holiday's name. */
  readonly why: string;
}

export interface CountRequest extends ExcludedDays {
  /** Day 0: the local date of the basis event. */
  readonly from: LocalDate;
  /** A whole number of at least 0. */
  readonly count: number;
  readonly calendar: Exclude<CalendarId, 'HOURS'>;
}

export interface CountResult {
  readonly date: LocalDate;
  /** Weekend days and holidays that were not counted, or that a MONTHS end moved past. */
  readonly skipped: readonly SkippedDay[];
  /** The excluded days after `from`, including weekends and holidays among them. */
  readonly paused: readonly Span[];
}

/**
 * The last day of a period, and why it is that day.
 *
 * 1. Every day after `from`, up to and including the result, is exactly one of counted, skipped or paused.
 * 2. WORKING_DAYS_EEA leaves out Saturdays, Sundays and holidays; CALENDAR_DAYS counts every day and never moves.
 * 3. MONTHS ends on the same-numbered day, else the month's last, and moves to the next working day;
 *    excluded days do not move it.
 * 4. A count of 0 gives `from` itself; MONTHS still moves it to a working day.
 * @throws RangeError when `count` is not a whole number of at least 0, or a day lies outside 1900-2100.
 */
export function countForward(request: CountRequest): CountResult {
  requireSupportedDate(request.from);
  requireWholeCount(request.count);
  return request.calendar === 'MONTHS'
    ? countMonths(request.from, request.count)
    : countDays(request.from, request.count, request.calendar, request);
}

/**
 * The day `count` counted days before `from`, by the same rules as `countForward`; 0 gives `from` itself.
 * @throws RangeError as `countForward` does.
 */
export function countBack(request: CountRequest & { readonly calendar: DayCalendar }): LocalDate {
  const { from, count: days, calendar } = request;
  requireSupportedDate(from);
  requireWholeCount(days);
  const date = days > daysBetween(FIRST_DAY, from) ? undefined : countedDayFrom(from, -days, calendar, request);
  if (date === undefined) throw unsupportedDateError(`${days} days before ${from}`);
  return date;
}

function countDays(from: LocalDate, days: number, calendar: DayCalendar, excluded: ExcludedDays): CountResult {
  const end = `${days} days after ${from}`;
  if (days > daysBetween(from, LAST_DAY)) throw unsupportedDateError(end);
  const skipped: SkippedDay[] = [];
  const paused: Span[] = [];
  let date = from;
  for (let left = days; left > 0;) {
    date = dayAfter(date);
    if (date > LAST_DAY) throw unsupportedDateError(end);
    const why = calendar === 'WORKING_DAYS_EEA' ? dayOffReason(date) : undefined;
    if (isExcluded(date, excluded)) appendDay(paused, date);
    else if (why !== undefined) skipped.push({ date, why });
    else left -= 1;
  }
  return { date, skipped, paused };
}

function countMonths(from: LocalDate, months: number): CountResult {
  if (months > (LAST_YEAR - FIRST_YEAR + 1) * 12) throw unsupportedDateError(`${months} months after ${from}`);
  const skipped: SkippedDay[] = [];
  let date = addMonths(from, months);
  for (let why = dayOffReason(date); why !== undefined; why = dayOffReason(date)) {
    skipped.push({ date, why });
    date = dayAfter(date);
  }
  return { date, skipped, paused: [] };
}

/** @throws RangeError for anything but a whole number of at least 0. */
export function requireWholeCount(days: number): void {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`count ${days} is not a whole number from 0`);
}
