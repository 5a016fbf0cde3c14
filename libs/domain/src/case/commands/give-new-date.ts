import { isWorkingDay } from '../../calendar/holidays.js';
import { osloDateOf } from '../../calendar/oslo-time.js';
import { LAST_DAY } from '../../calendar/supported-years.js';
import { nextWorkingDay, previousWorkingDay } from '../../calendar/working-days.js';
import { refuse } from '../../model/refusal.js';
import { dayText } from '../../model/words/day-text.js';
import { missedOn } from '../../model/promise.js';
import { appendEvent } from '../event-buffer.js';
import type { Deadline, TextKey } from '../../model/case.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { LocalDate } from '../../time.js';

/** Whatever is promised or asked for by a date: it lies ahead, within the calendar, and people are at work on it. */
export function refuseNewDay({ now }: Pick<EventBuffer, 'now'>, date: LocalDate): Refusal | null {
  const { nb, en } = dayText(date);
  if (date <= osloDateOf(now))
    return refuse('in-the-past', {
      nb: `Velg en dato fram i tid: ${nb} er ikke det.`,
      en: `Choose a date in the future: ${en} is not.`,
    });
  return refuseBeyondCalendar(date) ?? refuseDayOff(date);
}

/** Dates after the last year of the calendar, on which nothing can be counted. */
export function refuseBeyondCalendar(date: LocalDate): Refusal | null {
  if (date <= LAST_DAY) return null;
  const [given, last] = [dayText(date), dayText(LAST_DAY)];
  return refuse('out-of-range', {
    nb: `${given.nb} er for langt fram: kalenderen går til ${last.nb}.`,
    en: `${given.en} is too far ahead: the calendar ends on ${last.en}.`,
  });
}

/** Saturdays, Sundays and holidays, with the nearest days that can be chosen. */
export function refuseDayOff(date: LocalDate): Refusal | null {
  if (isWorkingDay(date)) return null;
  const nearest = [previousWorkingDay(date), nextWorkingDay(date)];
  const [given, before, after] = [date, ...nearest].map(dayText) as [DayWords, DayWords, DayWords];
  const detail = {
    nb: `${given.nb} er ikke en arbeidsdag. De nærmeste arbeidsdagene er ${before.nb} og ${after.nb}.`,
    en: `${given.en} is no working day. The nearest working days are ${before.en} and ${after.en}.`,
  };
  return refuse('out-of-range', detail, undefined, { nearest });
}

type DayWords = ReturnType<typeof dayText>;

/** A new date; the day that had passed without a promise being kept goes with it. */
export function giveNewDate(
  buffer: EventBuffer,
  deadline: Deadline,
  until: LocalDate,
  reason: TextKey,
  own = false,
): void {
  const missed = missedOn(deadline);
  appendEvent(buffer, 'deadlineExtended', {
    deadline: deadline.id,
    until,
    reason,
    ...(missed !== undefined && { missedOn: missed }),
    ...(own && { own }),
  });
}
