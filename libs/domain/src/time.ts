/** ISO 8601 in UTC with milliseconds and a final Z: lexicographic order is order in time. */
export type Instant = string;

/** `YYYY-MM-DD` in Europe/Oslo: lexicographic order is order in time. */
export type LocalDate = string;

/** What a deadline is counted in; the first two are counted day by day. */
export const DAY_CALENDARS = ['WORKING_DAYS_EEA', 'CALENDAR_DAYS'] as const;
/** Calendars whose counts end on a date. */
export const DATE_CALENDARS = [...DAY_CALENDARS, 'WEEKS', 'MONTHS'] as const;
export const CALENDARS = [...DATE_CALENDARS, 'HOURS'] as const;

export type DayCalendar = (typeof DAY_CALENDARS)[number];
export type CalendarId = (typeof CALENDARS)[number];

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MILLIS = 86_400_000;
const DAYS_OF_400_YEARS = 146_097;
/** 1 March of year 0, 1 January of year 0 and 31 December 9999, as `dayNumber` counts. */
const MARCH_0_DAY_NUMBER = -719_468;
const FIRST_DAY_NUMBER = -719_528;
const LAST_DAY_NUMBER = 2_932_896;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const INSTANT_LENGTH = '2026-01-01T00:00:00.000Z'.length;
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

export function isInstant(text: string): boolean {
  return INSTANT.test(text) && roundTrips(text);
}

/** Strict: refuses 31 February, a two-digit year and a time of day. */
export function isLocalDate(text: string): boolean {
  return LOCAL_DATE.test(text) && roundTrips(`${text}T00:00:00.000Z`);
}

/** @throws RangeError when `text` is not a date that exists. */
export function parseLocalDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`'${text}' is not a date written YYYY-MM-DD`);
  return text;
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function millisOf(instant: Instant): number {
  return Date.parse(instant);
}

/** @throws RangeError outside the years 0000-9999, where text no longer sorts as time. */
export function instantOf(millis: number): Instant {
  const text = new Date(millis).toISOString();
  // Longer only with a sign and six digits of the year.
  if (text.length !== INSTANT_LENGTH) throw new RangeError(`${text} has no four-digit year`);
  return text;
}

export function addMillis(instant: Instant, millis: number): Instant {
  return instantOf(millisOf(instant) + millis);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from `a` to `b`; negative when `b` is the earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** The same-numbered day `months` later, or the last day of that month when it is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const monthsSinceYear0 = yearOf(date) * 12 + (Number(date.slice(5, 7)) - 1) + months;
  const first = firstOfMonth(monthsSinceYear0);
  const length = daysBetween(first, firstOfMonth(monthsSinceYear0 + 1));
  return addDays(first, Math.min(Number(date.slice(8, 10)), length) - 1);
}

export function weekday(date: LocalDate): Weekday {
  // Day number 0, 1 January 1970, was a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** Days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  // JavaScript parses a date without a time as UTC.
  return Date.parse(date) / DAY_MILLIS;
}

/**
 * Computed, because Date takes ten times as long and counting asks for thousands. Years are counted from March, so that
 * the leap day is a year's last (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 * @throws RangeError outside the years 0000-9999.
 */
export function dateOfDayNumber(day: number): LocalDate {
  if (!Number.isInteger(day) || day < FIRST_DAY_NUMBER || day > LAST_DAY_NUMBER)
    return instantOf(day * DAY_MILLIS).slice(0, 10);
  const fromMarch0 = day - MARCH_0_DAY_NUMBER;
  const era = Math.floor(fromMarch0 / DAYS_OF_400_YEARS);
  const dayOfEra = fromMarch0 - era * DAYS_OF_400_YEARS;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

const twoDigits = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

function firstOfMonth(monthsSinceYear0: number): LocalDate {
  const year = Math.floor(monthsSinceYear0 / 12);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`year ${year} does not have four digits`);
  const month = monthsSinceYear0 - year * 12 + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

/** JavaScript parses 31 February as a day in March, so text of a day that does not exist comes back changed. */
function roundTrips(text: string): boolean {
  const millis = Date.parse(text);
  return !Number.isNaN(millis) && new Date(millis).toISOString() === text;
}
