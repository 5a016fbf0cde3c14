import { localDateOf } from '../../words/dates.js';

const DAY_MS = 86_400_000;
const later = (date: string, days: number): string =>
  localDateOf(new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY_MS));

/**
 * The date that somebody wrote: «26.11.2026», «26.11», «i dag», «i morgen», «+10». Without a year it is the next such day, or the one
 * just passed when `isPast`.
 * @returns undefined when it is no date
 */
export function dateIn(written: string, today: string, isPast = false): string | undefined {
  const text = written.trim().toLowerCase();
  if (/^(i dag|today)$/.test(text)) return today;
  if (/^(i morgen|tomorrow)$/.test(text)) return later(today, 1);
  if (/^(i går|yesterday)$/.test(text)) return later(today, -1);
  const [, plus] = /^\+\s*(\d{1,3})$/.exec(text) ?? [];
  if (plus !== undefined) return later(today, Number(plus));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return existing(text);
  const [, day = '', month = '', year] = /^(\d{1,2})[./ ]\s*(\d{1,2})\.?(?:[./ ]?\s*(\d{2}|\d{4}))?$/.exec(text) ?? [];
  if (day === '') return undefined;
  const at = (inYear: number): string | undefined =>
    existing(`${inYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (year !== undefined) return at(Number(year.length === 2 ? `20${year}` : year));
  const thisYear = at(Number(today.slice(0, 4)));
  if (thisYear === undefined) return undefined;
  if (isPast) return thisYear > today ? at(Number(today.slice(0, 4)) - 1) : thisYear;
  return thisYear < today ? at(Number(today.slice(0, 4)) + 1) : thisYear;
}

/** Undefined for 31 February. */
function existing(date: string): string | undefined {
  const at = new Date(`${date}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : undefined;
}

/** «26.11.2026» */
export const inDigits = (date: string): string => date.split('-').reverse().join('.');
