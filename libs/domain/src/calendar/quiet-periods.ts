import { addDays, dateOfDayNumber, dayNumber, weekday } from '../time.js';
import type { LocalDate } from '../time.js';
import { rememberByDay } from './remember-by-day.js';
import { appendDay } from './span.js';
import type { Span } from './span.js';

/**
 * A yearly period whose days PRACTICE deadlines and ladders leave out: ISO weeks, or dates written `MM-DD`, both ends
 * included. When the end is before the start, the period crosses New Year.
 */
export type QuietPeriod =
  { readonly weeks: readonly [from: number, to: number] } | { readonly from: string; readonly to: string };

/** The quiet periods of a new municipality (domain.md 00.11). */
export const defaultQuietPeriods: readonly QuietPeriod[] = [{ weeks: [28, 30] }, { from: '12-24', to: '01-01' }];

export function isQuiet(date: LocalDate, periods: readonly QuietPeriod[]): boolean {
  return periods.some((period) =>
    'weeks' in period
      ? isInCyclicRange(isoWeek(date), period.weeks[0], period.weeks[1])
      : isInCyclicRange(date.slice(5), period.from, period.to),
  );
}

/** The quiet days from `from` up to and including `to`, adjacent days joined into one span. */
export function quietSpans(from: LocalDate, to: LocalDate, periods: readonly QuietPeriod[]): readonly Span[] {
  const spans: Span[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isQuiet(date, periods)) appendDay(spans, date);
  }
  return spans;
}

/** ISO 8601: a week belongs to the year that has its Thursday. */
export const isoWeek = rememberByDay((date): number => {
  const thursday = dayNumber(date) + 4 - weekday(date);
  const newYear = dayNumber(`${dateOfDayNumber(thursday).slice(0, 4)}-01-01`);
  return Math.floor((thursday - newYear) / 7) + 1;
});

function isInCyclicRange<T extends string | number>(at: T, from: T, to: T): boolean {
  return from <= to ? at >= from && at <= to : at >= from || at <= to;
}
