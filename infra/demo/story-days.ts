import { osloDateOf } from '#domain/calendar/oslo-time.js';
import {
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '#domain/calendar/working-days.js';
import { addDays } from '#domain/time.js';
import type { Instant, LocalDate } from '#domain/time.js';

/** Turns the distances in a story into dates. D is the last working day on or before the start (domain.md F). */
export interface StoryDays {
  readonly start: Instant;
  /** Local date of the start: D, or a day off after D. */
  readonly startOn: LocalDate;
  readonly D: LocalDate;
  /** D plus `n` calendar days, working day or not. */
  readonly calendarDay: (n: number) => LocalDate;
  /** The first working day on or after D plus `n`: for what people do at work. */
  readonly workingDayOnOrAfter: (n: number) => LocalDate;
  /** The last working day on or before D plus `n`; unlike the one above, always before D when `n` is negative. */
  readonly workingDayOnOrBefore: (n: number) => LocalDate;
}

export function storyDaysFrom(start: Instant): StoryDays {
  const startOn = osloDateOf(start);
  const D = workingDayOnOrBefore(startOn);
  return {
    start,
    startOn,
    D,
    calendarDay: (n) => addDays(D, n),
    workingDayOnOrAfter: (n) => workingDayOnOrAfter(addDays(D, n)),
    workingDayOnOrBefore: (n) => workingDayOnOrBefore(addDays(D, n)),
  };
}

export function workingDaysAfter(date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let remaining = count; remaining > 0; remaining -= 1) day = nextWorkingDay(day);
  return day;
}

export function workingDaysBefore(date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let remaining = count; remaining > 0; remaining -= 1) day = previousWorkingDay(day);
  return day;
}

/** The last day on or before `date` on which people meet: a working day, and not Christmas Eve. */
export function meetingDayOnOrBefore(date: LocalDate): LocalDate {
  const day = workingDayOnOrBefore(date);
  return isChristmasEve(day) ? previousWorkingDay(day) : day;
}

export const isChristmasEve = (day: LocalDate): boolean => day.endsWith('-12-24');

export const earlierOf = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** The next first day of a month after `date`. @param month  two digits, like `09`. */
export function nextFirstOf(month: string, date: LocalDate): LocalDate {
  const thisYear = `${date.slice(0, 4)}-${month}-01`;
  return thisYear > date ? thisYear : `${Number(date.slice(0, 4)) + 1}-${month}-01`;
}
