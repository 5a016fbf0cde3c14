import { isSupportedDate } from '#domain/calendar/supported-years.js';
import { notYet } from '#domain/model/words/day-text.js';
import { isLocalDate } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { refusedWith } from '../../shared/refused.js';

/** What is planned is for the future. */
const PLANS: ReadonlySet<CommandRequest['type']> = new Set(['planMeeting', 'moveMeeting']);

/** @throws HttpRefusal for an `on` in the future of what has happened, and for dates outside the years in which the rules can count. */
export function requireValidDates(body: CommandRequest, today: LocalDate): void {
  if ('on' in body && body.on !== undefined && body.on > today && !PLANS.has(body.type)) {
    throw refusedWith('in-the-future', notYet(body.on), [{ pointer: '/on', detail: `is after ${today}` }]);
  }
  const outOfRange = Object.entries(datesIn(body)).filter(([, date]) => !isSupportedDate(date));
  if (outOfRange.length === 0) return;
  const errors = outOfRange.map(([pointer]) => ({ pointer, detail: 'is outside the years 1900-2100' }));
  throw refusedWith(
    'out-of-range',
    {
      nb: 'Datoen er utenfor kalenderens år, 1900-2100.',
      en: 'The date is outside the years of the calendar, 1900-2100.',
    },
    errors,
  );
}

function datesIn(body: CommandRequest): Record<string, LocalDate> {
  const data =
    'data' in body ? Object.entries(body.data ?? {}).map(([name, value]) => [`/data/${name}`, value] as const) : [];
  const fields = Object.entries(body).map(([name, value]) => [`/${name}`, value] as const);
  const dates = [...fields, ...data].flatMap(([pointer, value]) =>
    typeof value === 'string' && isLocalDate(value) ? [[pointer, value] as const] : [],
  );
  return Object.fromEntries(dates);
}
