import { isInYears } from '#domain/calendar/years.js';
import type { Period } from '#domain/period.js';
import { broken } from './broken.js';
import type { Broken } from './broken.js';

export function periodBroken({ from, to }: Period): Broken | null {
  if (!isInYears(from)) return broken('out-of-range', 'Datoen er utenfor kalenderens år, 1900-2100.', '/from');
  if (to === null) return null;
  if (!isInYears(to)) return broken('out-of-range', 'Datoen er utenfor kalenderens år, 1900-2100.', '/to');
  return to < from ? broken('out-of-range', `Siste dag (${to}) er før første dag (${from}).`, '/to') : null;
}
