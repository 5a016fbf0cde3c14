import { addDays, addMonths, daysBetween } from '../time.js';
import type { CalendarId, DayCalendar, LocalDate } from '../time.js';
import { countedDayFrom, isCountedDay, isExcluded } from './counted-day.js';
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
  /** Whether the end moves from a day that is no working day to the next that is one; absent: as the calendar usually does. */
  readonly movesOffHolidays?: boolean;
}

export interface CountResult {
  readonly date: LocalDate;
  /** Weekend days and holidays that were not counted, or that the end moved past. */
  readonly skipped: readonly SkippedDay[];
  /** The excluded days after `from`, including weekends and holidays among them. */
  readonly paused: readonly Span[];
}

/**
 * The last day of a period, and why it is that day.
 *
 * 1. Every day after `from`, up to and including the result, is exactly one of counted, skipped or paused.
 * 2. WORKING_DAYS_EEA leaves out Saturdays, Sundays and holidays; CALENDAR_DAYS counts every day.
 * 3. WEEKS ends on the same weekday, MONTHS on the same-numbered day, else the month's last. Paused days after day 0 move
 *    the end on by as many days; quiet periods do not.
 * 4. The end of WEEKS and MONTHS moves to the next working day that is not paused, that of CALENDAR_DAYS does not, unless
 *    `movesOffHolidays` says otherwise.
 * 5. A count of 0 gives `from` itself; where the end moves, it still does.
 * @throws RangeError when `count` is not a whole number of at least 0, or a day lies outside 1900-2100.
 */
export function countForward(request: CountRequest): CountResult {
  requireSupportedDate(request.from);
  requireWholeCount(request.count);
  const { from, count, calendar, movesOffHolidays = calendar === 'WEEKS' || calendar === 'MONTHS' } = request;
  const counted =
    calendar === 'WEEKS' || calendar === 'MONTHS'
      ? pushedOn(from, namedDay(from, count, calendar), request)
      : countDays(from, count, calendar, request);
  return movesOffHolidays ? movedOffHolidays(counted, request) : counted;
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

/** The same weekday that many weeks on, or the same-numbered day that many months on. */
function namedDay(from: LocalDate, count: number, calendar: 'WEEKS' | 'MONTHS'): LocalDate {
  if (count > (LAST_YEAR - FIRST_YEAR + 1) * (calendar === 'WEEKS' ? 53 : 12))
    throw unsupportedDateError(`${count} ${calendar.toLowerCase()} after ${from}`);
  return requireSupportedDate(calendar === 'WEEKS' ? addDays(from, 7 * count) : addMonths(from, count));
}

/** The day that is as many unpaused days from `from` as `end` is days. */
function pushedOn(from: LocalDate, end: LocalDate, { paused = [] }: ExcludedDays): CountResult {
  if (paused.length === 0) return { date: end, skipped: [], paused: [] };
  return countDays(from, daysBetween(from, end), 'CALENDAR_DAYS', { paused });
}

function movedOffHolidays({ date: end, skipped, paused }: CountResult, excluded: ExcludedDays): CountResult {
  const passed: SkippedDay[] = [];
  const resting = [...paused];
  let date = end;
  for (; !isCountedDay(date, 'WORKING_DAYS_EEA', { paused: excluded.paused }); date = dayAfter(date)) {
    const why = dayOffReason(date);
    if (why === undefined || isExcluded(date, { paused: excluded.paused })) appendDay(resting, date);
    else passed.push({ date, why });
  }
  return { date: requireSupportedDate(date), skipped: [...skipped, ...passed], paused: resting };
}

/** @throws RangeError for anything but a whole number of at least 0. */
export function requireWholeCount(days: number): void {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`count ${days} is not a whole number from 0`);
}
