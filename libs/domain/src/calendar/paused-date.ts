import type { DayCalendar, LocalDate } from '../time.js';
import { isCountedDay } from './counted-day.js';
import { appendDay, dayAfter, dayBefore, isWithin } from './span.js';
import type { Span } from './span.js';
import { requireSupportedDate } from './supported-years.js';

export interface AgreedDateRequest {
  readonly date: LocalDate;
  /** The day on which it was agreed: whoever agreed on it knew of the pauses until then. */
  readonly agreedOn: LocalDate;
  /** In which the time that was left is counted. */
  readonly calendar: DayCalendar;
  readonly paused: readonly Span[];
}

export interface AgreedDate {
  readonly date: LocalDate;
  /** The pauses that moved it. */
  readonly paused: readonly Span[];
}

/**
 * An agreed date after the pauses that came later: as many counted days are left after a pause as were left before it.
 * Without a pause it is the date itself, whatever day that is.
 */
export function agreedDate({ date: agreed, agreedOn, calendar, paused }: AgreedDateRequest): AgreedDate {
  const moving = paused.filter(({ to }) => to > agreedOn);
  const passed: Span[] = [];
  let left = 0;
  for (let day = dayAfter(agreedOn); day <= agreed; day = dayAfter(day)) {
    if (!isWithin(day, moving)) continue;
    appendDay(passed, day);
    if (isCountedDay(day, calendar, {})) left += 1;
  }
  let date = agreed;
  while (left > 0) {
    date = requireSupportedDate(dayAfter(date));
    if (isWithin(date, moving)) appendDay(passed, date);
    else if (isCountedDay(date, calendar, {})) left -= 1;
  }
  return { date: dueAfterPause(date, calendar, moving), paused: passed };
}

/**
 * What is due on the day on which the case was paused, or on a day of the pause, is due on the day on which the case goes
 * on: the rest of the day is left then as it was before. Other dates stay.
 * @param calendar  the first counted day of it from the day of resuming on.
 */
export function dueAfterPause(date: LocalDate, calendar: DayCalendar, paused: readonly Span[]): LocalDate {
  const pause = paused.find(({ from, to }) => date >= dayBefore(from) && date < to);
  if (!pause) return date;
  let due = pause.to;
  while (!isCountedDay(due, calendar, {})) due = dayAfter(due);
  return dueAfterPause(due, calendar, paused);
}
