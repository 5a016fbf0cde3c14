const DAY_MS = 86_400_000;
const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const later = (date: string, days: number): string =>
  new Date(noonOf(date) + days * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length);

/** Days from today by the words for them. */
const DAYS_AWAY: Readonly<Record<string, number>> = {
  'i dag': 0,
  today: 0,
  'i morgen': 1,
  tomorrow: 1,
  'i overmorgen': 2,
  'i går': -1,
  yesterday: -1,
};
/** From Monday, as weeks begin, and from January; in bokmål and English by their first three letters. */
const WEEKDAYS = [
  ['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'],
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
];
const MONTHS = [
  ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'],
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
];
const WEEKDAY = /^(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
const IN_DIGITS = /^(\d{1,2})[./ ]\s*(\d{1,2})\.?(?:[./ ]?\s*(\d{2}|\d{4}))?$/;
const WITH_MONTH = /^(\d{1,2})\.?\s*([a-z]{3})[a-z]*\.?(?:\s*(\d{4}))?$/;

const among = (names: readonly string[][], word: string): number =>
  Math.max(...names.map((of) => of.indexOf(word.slice(0, 3))));

/**
 * The date that somebody wrote: «26.11.2026», «26.11», «26. nov.», «i morgen», «fredag», «+10». What names no year is the next such day, or the
 * last one when `isPast`.
 * @returns undefined when it is no date
 */
export function dateIn(written: string, today: string, isPast = false): string | undefined {
  const text = written.trim().toLowerCase();
  const away = DAYS_AWAY[text] ?? /^\+\s*(\d{1,3})$/.exec(text)?.[1];
  if (away !== undefined) return later(today, Number(away));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return existing(text);
  if (WEEKDAY.test(text)) return weekdayFrom(today, among(WEEKDAYS, text), isPast);
  const [, day, month, year] = IN_DIGITS.exec(text) ?? [];
  if (day !== undefined && month !== undefined) return inYear(Number(day), Number(month), year, today, isPast);
  const [, named, name = '', ofYear] = WITH_MONTH.exec(text) ?? [];
  return named === undefined ? undefined : inYear(Number(named), among(MONTHS, name) + 1, ofYear, today, isPast);
}

function weekdayFrom(today: string, weekday: number, isPast: boolean): string {
  const from = (new Date(noonOf(today)).getUTCDay() + 6) % 7;
  return later(today, isPast ? -((from - weekday + 7) % 7) : ((weekday - from + 6) % 7) + 1);
}

function inYear(
  day: number,
  month: number,
  written: string | undefined,
  today: string,
  isPast: boolean,
): string | undefined {
  const at = (year: number): string | undefined =>
    existing(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (written !== undefined) return at(Number(written.length === 2 ? `20${written}` : written));
  const year = Number(today.slice(0, 4));
  const thisYear = at(year);
  if (thisYear === undefined) return undefined;
  if (isPast) return thisYear > today ? at(year - 1) : thisYear;
  return thisYear < today ? at(year + 1) : thisYear;
}

/** Undefined for 31 February. */
function existing(date: string): string | undefined {
  const at = noonOf(date);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : undefined;
}

/** «26.11.2026» */
export const inDigits = (date: string): string => date.split('-').reverse().join('.');

export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
