import { addDays } from '../time.js';
import type { LocalDate } from '../time.js';
import { rememberByDay } from './remember-by-day.js';

export const dayAfter = rememberByDay((date) => addDays(date, 1));
export const dayBefore = rememberByDay((date) => addDays(date, -1));

/** Whole local days, both ends included. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export function isWithin(date: LocalDate, spans: readonly Span[]): boolean {
  return spans.some(({ from, to }) => date >= from && date <= to);
}

/** Extends the last span when `date` is the day after it, else adds a new span. */
export function appendDay(spans: Span[], date: LocalDate): void {
  const last = spans.at(-1);
  if (last !== undefined && dayAfter(last.to) === date) spans[spans.length - 1] = { from: last.from, to: date };
  else spans.push({ from: date, to: date });
}
