import { addDays } from '../time.js';
import type { CalendarId, LocalDate } from '../time.js';
import { isWorkingDay } from './holidays.js';
import { isQuiet } from './quiet.js';
import type { QuietPeriod } from './quiet.js';
import { isWithin } from './span.js';
import type { Span } from './span.js';
import { isInYears } from './years.js';

/** The calendars that count one day after another. */
export type DayCalendar = Extract<CalendarId, 'WORKING_DAYS_EEA' | 'CALENDAR_DAYS'>;

/** Days taken out of the count because the case rested or the municipality is quiet. */
export interface Rest {
  /** The days after a suspension up to and including the day of resuming. */
  readonly paused?: readonly Span[];
  readonly quiet?: readonly QuietPeriod[];
}

export function isAtRest(date: LocalDate, { paused = [], quiet = [] }: Rest): boolean {
  return isWithin(date, paused) || isQuiet(date, quiet);
}

export function isCounted(date: LocalDate, calendar: DayCalendar, rest: Rest): boolean {
  return !isAtRest(date, rest) && (calendar === 'CALENDAR_DAYS' || isWorkingDay(date));
}

/**
 * The counted day that is `days` counted days after `from`, before it when `days` is negative;
 * `from` itself, counted or not, when it is 0. Undefined when the calendar's years end first.
 */
export function countedDayFrom(
  from: LocalDate,
  days: number,
  calendar: DayCalendar,
  rest: Rest,
): LocalDate | undefined {
  const step = Math.sign(days);
  let date = from;
  for (let left = Math.abs(days); left > 0;) {
    date = addDays(date, step);
    if (!isInYears(date)) return undefined;
    if (isCounted(date, calendar, rest)) left -= 1;
  }
  return date;
}
