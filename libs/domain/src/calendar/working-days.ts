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
  if (b <= a) return 0;
  const first = addDays(a, 1);
  const [from, to] = [yearOf(first), yearOf(b)];
  let days = inYearUntil(b) - inYearUntil(first) + (isWorkingDay(first) ? 1 : 0);
  for (let year = from; year < to; year += 1) days += inYearUntil(`${year}-12-31`);
  return days;
}

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** For each day of a year, how many of its working days there are until then: who is years late is asked about in every list. */
const known = new Map<number, ReadonlyMap<LocalDate, number>>();

const daysIn = (year: number): number => (addDays(`${year}-02-28`, 1) === `${year}-02-29` ? 366 : 365);

function inYearUntil(date: LocalDate): number {
  const year = yearOf(date);
  const counts = known.get(year) ?? countsIn(year);
  known.set(year, counts);
  return counts.get(date) ?? 0;
}

function countsIn(year: number): ReadonlyMap<LocalDate, number> {
  const counts = new Map<LocalDate, number>();
  let days = 0;
  const first = `${year}-01-01`;
  for (let n = 0; n < daysIn(year); n += 1) {
    const date = addDays(first, n);
    if (isWorkingDay(date)) days += 1;
    counts.set(date, days);
  }
  return counts;
}
