import type { LocalDate } from './time.js';

/** First and last local date, both included; without `to` it has no end. Compared when read, never fired. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** The last day was before this one. */
export const hasEnded = ({ to }: Pick<Period, 'to'>, on: LocalDate): boolean => to !== null && to < on;

export const covers = ({ from, to }: Period, on: LocalDate): boolean => from <= on && !hasEnded({ to }, on);

export const overlap = (a: Period, b: Period): boolean => !hasEnded(a, b.from) && !hasEnded(b, a.from);
