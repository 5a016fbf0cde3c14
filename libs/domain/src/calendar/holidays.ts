import { dateOfDayNumber, dayNumber, weekday, yearOf } from '../time.js';
import type { LocalDate } from '../time.js';
import { easterDay } from './easter.js';
import { rememberByDay } from './remember-by-day.js';
import { FIRST_YEAR, LAST_YEAR, isSupportedDate, unsupportedDateError } from './supported-years.js';

export interface Holiday {
  readonly date: LocalDate;
  /** In bokmål; two holidays on one day are joined with ' / '. */
  readonly name: string;
}

const FIXED_BY_MONTH_DAY: Readonly<Record<string, string>> = {
  '01-01': '1. nyttårsdag',
  '05-01': 'Arbeidernes dag',
  '05-17': 'Grunnlovsdag',
  '12-25': '1. juledag',
  '12-26': '2. juledag',
};

/** Key: days from Easter Sunday. */
const MOVABLE_BY_EASTER_OFFSET: Readonly<Record<number, string>> = {
  [-3]: 'Skjærtorsdag',
  [-2]: 'Langfredag',
  0: '1. påskedag',
  1: '2. påskedag',
  39: 'Kristi himmelfartsdag',
  49: '1. pinsedag',
  50: '2. pinsedag',
};

/**
 * The public holidays of Norway in `year`, one row a date, in date order. 24 and 31 December are not holidays.
 * @throws RangeError outside 1900-2100.
 */
export function holidays(year: number): readonly Holiday[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) throw unsupportedDateError(`year ${year}`);
  const fixed = Object.keys(FIXED_BY_MONTH_DAY).map((monthAndDay) => `${year}-${monthAndDay}`);
  const movable = Object.keys(MOVABLE_BY_EASTER_OFFSET).map((days) => dateOfDayNumber(easterDay(year) + Number(days)));
  const dates = [...new Set([...fixed, ...movable])].sort();
  return dates.map((date) => ({ date, name: holidayName(date) ?? '' }));
}

/**
 * The name in bokmål of the public holiday on `date`, if it is one.
 * @throws RangeError outside 1900-2100.
 */
export function holidayName(date: LocalDate): string | undefined {
  if (!isSupportedDate(date)) throw unsupportedDateError(date);
  const fixed = FIXED_BY_MONTH_DAY[date.slice(5)];
  const movable = MOVABLE_BY_EASTER_OFFSET[dayNumber(date) - easterDay(yearOf(date))];
  return fixed !== undefined && movable !== undefined ? `${fixed} / ${movable}` : (fixed ?? movable);
}

/**
 * In bokmål, why `date` is not a working day: a holiday's name takes precedence over the weekday's. Undefined on
 * working days.
 */
export const dayOffReason = rememberByDay((date): string | undefined => {
  const holiday = holidayName(date);
  if (holiday !== undefined) return holiday;
  const day = weekday(date);
  if (day === 6) return 'lørdag';
  if (day === 7) return 'søndag';
  return undefined;
});

/** Not a Saturday, Sunday or public holiday (domain.md D5, WORKING_DAYS_EEA). */
export function isWorkingDay(date: LocalDate): boolean {
  return dayOffReason(date) === undefined;
}
