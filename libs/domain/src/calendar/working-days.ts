import { addDays } from '../time.js';
import type { LocalDate } from '../time.js';
import { isWorkingDay } from './holidays.js';

/** The first working day after `date`. */
export function nextWorkingDay(date: LocalDate): LocalDate {
  return workingDayOnOrAfter(addDays(date, 1));
}

/** The last working day before `date`. */
export function previousWorkingDay(date: LocalDate): LocalDate {
  return workingDayOnOrBefore(addDays(date, -1));
}

/** @throws RangeError outside 1900-2100, like every function of this file. */
export function workingDayOnOrAfter(date: LocalDate): LocalDate {
  return isWorkingDay(date) ? date : nextWorkingDay(date);
}

export function workingDayOnOrBefore(date: LocalDate): LocalDate {
  return isWorkingDay(date) ? date : previousWorkingDay(date);
}

/** The number of working days after `a`, up to and including `b`; 0 when `b` is not later. */
export function workingDaysBetween(a: LocalDate, b: LocalDate): number {
  let days = 0;
  for (let date = addDays(a, 1); date <= b; date = addDays(date, 1)) {
    if (isWorkingDay(date)) days += 1;
  }
  return days;
}
