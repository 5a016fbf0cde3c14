import type { LocalDate } from './time.js';

/**
 * First and last local date, both included; `to` is null when it has no end. Readers compare it with the day; no timer
 * fires at its end.
 */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Whether the last day is before `on`. */
export const hasEnded = ({ to }: Pick<Period, 'to'>, on: LocalDate): boolean => to !== null && to < on;

export const covers = ({ from, to }: Period, on: LocalDate): boolean => from <= on && !hasEnded({ to }, on);

export const overlap = (a: Period, b: Period): boolean => !hasEnded(a, b.from) && !hasEnded(b, a.from);
