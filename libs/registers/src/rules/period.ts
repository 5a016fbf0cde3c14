import { isInYears } from '#domain/calendar/years.js';
import type { LocalDate } from '#domain/time.js';
import { broken } from './broken.js';
import type { Broken } from './broken.js';

/** First and last local date, both included; without `to` it has no end. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export const overlap = (a: Period, b: Period): boolean =>
  (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);

export function periodBroken({ from, to }: Period): Broken | null {
  if (!isInYears(from)) return broken('out-of-range', 'Datoen er utenfor kalenderens år, 1900-2100.', '/from');
  if (to === null) return null;
  if (!isInYears(to)) return broken('out-of-range', 'Datoen er utenfor kalenderens år, 1900-2100.', '/to');
  return to < from ? broken('out-of-range', `Siste dag (${to}) er før første dag (${from}).`, '/to') : null;
}
