import { parseLocalDate } from '../time.js';
import type { LocalDate } from '../time.js';

/** The years for which holidays are computed and days can be counted. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;
export const FIRST_DAY: LocalDate = `${FIRST_YEAR}-01-01`;
export const LAST_DAY: LocalDate = `${LAST_YEAR}-12-31`;

export function isSupportedDate(date: LocalDate): boolean {
  return date >= FIRST_DAY && date <= LAST_DAY;
}

/** @throws RangeError when `date` does not exist or lies outside the supported years. */
export function requireSupportedDate(date: LocalDate): LocalDate {
  if (!isSupportedDate(parseLocalDate(date))) throw unsupportedDateError(date);
  return date;
}

export function unsupportedDateError(what: string): RangeError {
  return new RangeError(`${what} is outside the calendar's years ${FIRST_YEAR}-${LAST_YEAR}`);
}
