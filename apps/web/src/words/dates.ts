import i18next from 'i18next';

/** Norwegian dates: the weekday is always there, and a date never breaks over two lines. */
const ZONE = 'Europe/Oslo';
const DAY_MS = 86_400_000;
const HALF_A_YEAR_MS = 183 * DAY_MS;

const locale = (): string => (i18next.language === 'en' ? 'en-GB' : 'nb-NO');
const formatted = (at: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options }).format(at).replaceAll(' ', '\u00a0');

/** A local date stands for its noon, an instant for itself. */
export const instantOf = (value: string): Date => new Date(value.length === 10 ? `${value}T11:00:00Z` : value);

/** The local date in Oslo, `2026-11-26`. */
export const localDateOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(at);

/** The year is said of a day that is more than half a year away and in another year. */
const yearWhenFar = (at: Date, now: Date): Intl.DateTimeFormatOptions =>
  Math.abs(at.getTime() - now.getTime()) < HALF_A_YEAR_MS ||
  localDateOf(at).slice(0, 4) === localDateOf(now).slice(0, 4)
    ? {}
    : { year: 'numeric' };

/** «tor. 26. nov.» */
export const shortDay = (value: string, now: Date): string => {
  const at = instantOf(value);
  return formatted(at, { weekday: 'short', day: 'numeric', month: 'short', ...yearWhenFar(at, now) });
};

/** «torsdag 26. november» */
export const longDay = (value: string, now: Date): string => {
  const at = instantOf(value);
  return formatted(at, { weekday: 'long', day: 'numeric', month: 'long', ...yearWhenFar(at, now) });
};

/** «26. november» */
export const dayOfMonth = (value: string, now: Date): string => {
  const at = instantOf(value);
  return formatted(at, { day: 'numeric', month: 'long', ...yearWhenFar(at, now) });
};

/** «torsdag» */
export const weekdayOf = (value: string): string => formatted(instantOf(value), { weekday: 'long' });

/** «08.14» */
export const timeOfDay = (value: string): string =>
  formatted(instantOf(value), { hour: '2-digit', minute: '2-digit' }).replace(':', '.');

/** Calendar days from today until the date; negative when it has passed. */
export const daysUntil = (value: string, now: Date): number =>
  Math.round((noonOf(localDateOf(instantOf(value))) - noonOf(localDateOf(now))) / DAY_MS);

/** The last day of something that ends at this instant: midnight belongs to the day before. */
export const lastDayOf = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

/** «torsdag 26. november 2026» */
export const fullDay = (value: string): string =>
  formatted(instantOf(value), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** «november 2026» */
export const monthName = (value: string): string => formatted(instantOf(value), { month: 'long', year: 'numeric' });

const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);
