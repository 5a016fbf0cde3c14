import type { DayCalendar, LocalDate } from '../time.js';
import { isWorkingDay } from './holidays.js';
import { isQuiet } from './quiet-periods.js';
import type { QuietPeriod } from './quiet-periods.js';
import { dayAfter, dayBefore, isWithin } from './span.js';
import type { Span } from './span.js';
import { isSupportedDate } from './supported-years.js';

/** Days that do not count, because the case is suspended or the municipality has a quiet period. */
export interface ExcludedDays {
  /** From the day after a suspension to the day of resuming, both included. */
  readonly paused?: readonly Span[];
  readonly quiet?: readonly QuietPeriod[];
}

export function isExcluded(date: LocalDate, { paused = [], quiet = [] }: ExcludedDays): boolean {
  return isWithin(date, paused) || isQuiet(date, quiet);
}

export function isCountedDay(date: LocalDate, calendar: DayCalendar, excluded: ExcludedDays): boolean {
  return !isExcluded(date, excluded) && (calendar === 'CALENDAR_DAYS' || isWorkingDay(date));
}

/**
 * The day that lies `days` counted days after `from`, or before it when `days` is negative; 0 gives `from` itself,
 * counted or not. Undefined when that day is outside the supported years.
 */
export function countedDayFrom(
  from: LocalDate,
  days: number,
  calendar: DayCalendar,
  excluded: ExcludedDays,
): LocalDate | undefined {
  const step = days < 0 ? dayBefore : dayAfter;
  let date = from;
  for (let left = Math.abs(days); left > 0;) {
    date = step(date);
    if (!isSupportedDate(date)) return undefined;
    if (isCountedDay(date, calendar, excluded)) left -= 1;
  }
  return date;
}
