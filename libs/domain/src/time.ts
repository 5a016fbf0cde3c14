/** ISO 8601 in UTC with milliseconds and a final Z: lexicographic order is order in time. */
export type Instant = string;

/** `YYYY-MM-DD` in Europe/Oslo: lexicographic order is order in time. */
export type LocalDate = string;

/** What a deadline is counted in; the first two are counted day by day. */
export const DAY_CALENDARS = ['WORKING_DAYS_EEA', 'CALENDAR_DAYS'] as const;
/** Calendars whose counts end on a date. */
export const DATE_CALENDARS = [...DAY_CALENDARS, 'MONTHS'] as const;
export const CALENDARS = [...DATE_CALENDARS, 'HOURS'] as const;

export type DayCalendar = (typeof DAY_CALENDARS)[number];
export type CalendarId = (typeof CALENDARS)[number];

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MILLIS = 86_400_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
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
  if (!INSTANT.test(text)) throw new RangeError(`${text} has no four-digit year`);
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

export function dateOfDayNumber(day: number): LocalDate {
  return instantOf(day * DAY_MILLIS).slice(0, 10);
}

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
