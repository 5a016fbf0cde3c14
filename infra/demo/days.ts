import { osloDateOf } from '#domain/calendar/oslo.js';
import {
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '#domain/calendar/working-days.js';
import { addDays } from '#domain/time.js';
import type { Instant, LocalDate } from '#domain/time.js';

/** The calendar of the stories: their distances are counted from D, the last working day on or before the start. */
export interface Days {
  readonly start: Instant;
  /** The local date of the start, which is D or a day off after it. */
  readonly startOn: LocalDate;
  readonly D: LocalDate;
  /** `n` calendar days from D, whatever day that is. */
  readonly on: (n: number) => LocalDate;
  /** The same for what people do at work: the first working day on or after it. */
  readonly at: (n: number) => LocalDate;
  /** The last working day on or before it, where only the order counts; always before D when `n` is negative. */
  readonly by: (n: number) => LocalDate;
}

export function daysFrom(start: Instant): Days {
  const startOn = osloDateOf(start);
  const D = workingDayOnOrBefore(startOn);
  return {
    start,
    startOn,
    D,
    on: (n) => addDays(D, n),
    at: (n) => workingDayOnOrAfter(addDays(D, n)),
    by: (n) => workingDayOnOrBefore(addDays(D, n)),
  };
}

/** `count` working days after `date`. */
export function workingDaysAfter(date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(day);
  return day;
}

/** `count` working days before `date`. */
export function workingDaysBefore(date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = previousWorkingDay(day);
  return day;
}

export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
export const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** The first day of a month (`09`), the first one after `date`. */
export function nextFirstOf(month: string, date: LocalDate): LocalDate {
  const thisYear = `${date.slice(0, 4)}-${month}-01`;
  return thisYear > date ? thisYear : `${Number(date.slice(0, 4)) + 1}-${month}-01`;
}
