import { isSupportedDate } from '#domain/calendar/supported-years.js';
import type { Period } from '#domain/period.js';
import { violation } from './violation.js';
import type { Violation } from './violation.js';

export function checkPeriod({ from, to }: Period): Violation | null {
  if (!isSupportedDate(from))
    return violation(
      'out-of-range',
      {
        nb: 'Datoen er utenfor kalenderens år, 1900-2100.',
        en: 'The date is outside the years of the calendar, 1900-2100.',
      },
      '/from',
    );
  if (to === null) return null;
  if (!isSupportedDate(to))
    return violation(
      'out-of-range',
      {
        nb: 'Datoen er utenfor kalenderens år, 1900-2100.',
        en: 'The date is outside the years of the calendar, 1900-2100.',
      },
      '/to',
    );
  return to < from
    ? violation(
        'out-of-range',
        {
          nb: `Siste dag (${to}) er før første dag (${from}).`,
          en: `The last day (${to}) is before the first day (${from}).`,
        },
        '/to',
      )
    : null;
}
