import type { DayCalendar, Instant, LocalDate } from '../time.js';
import { countedDayFrom, isCountedDay } from './counted-day.js';
import type { ExcludedDays } from './counted-day.js';
import { isWorkingDay } from './holidays.js';
import { instantInOslo } from './oslo-time.js';

const RUNG_HOUR = 8;

/** When a rung falls due: `days` after (before, when negative) the basis date or the due date. */
export interface RungOffset {
  readonly days: number;
  readonly calendar: DayCalendar;
  readonly from: 'SINCE' | 'DUE';
  /** A reminder warns; everything else tells that something was missed. */
  readonly action?: 'remind' | 'escalate' | 'lapse';
}

export interface RungTime {
  readonly on: LocalDate;
  /** 08:00 in Oslo on `on`. */
  readonly at: Instant;
}

export interface LadderRequest<R extends RungOffset> extends ExcludedDays {
  /** Day 0 of the deadline. */
  readonly sinceOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly rungs: readonly R[];
  /** No rung falls on a day that is no working day; false for what the law sets. */
  readonly onWorkingDays?: boolean;
}

/**
 * The ladder's rungs with their times, earliest first.
 *
 * 1. A rung falls only on a day that its calendar counts and that is not excluded. Counting forwards and backwards both
 *    leave excluded days out, so "day 7 of 10" and "3 days before the end of 10" are one day however long the pause.
 * 2. When the due date itself (`days` 0) is not a counted day, the rung moves to the last counted day before it: a
 *    reminder after the due date comes too late.
 * 3. With `onWorkingDays` a rung counted in calendar days moves off weekends and holidays: a reminder to the working day
 *    before, everything else to the one after.
 * 4. Rungs on or before `sinceOn`, or outside the supported years, are dropped.
 */
export function scheduleRungs<R extends RungOffset>(ladder: LadderRequest<R>): readonly (R & RungTime)[] {
  const placed = ladder.rungs.flatMap((rung) => {
    const on = dayOf(rung, ladder);
    return on === undefined || on <= ladder.sinceOn ? [] : [{ ...rung, on, at: instantInOslo(on, RUNG_HOUR) }];
  });
  return placed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function dayOf(rung: RungOffset, ladder: LadderRequest<RungOffset>): LocalDate | undefined {
  const { days, calendar, from } = rung;
  const start = from === 'SINCE' ? ladder.sinceOn : ladder.dueOn;
  const moved = days === 0 && !isCountedDay(start, calendar, ladder);
  const day = countedDayFrom(start, moved ? -1 : days, calendar, ladder);
  if (day === undefined || !ladder.onWorkingDays || isWorkingDay(day)) return day;
  const beside = rung.action === undefined || rung.action === 'remind' ? -1 : 1;
  return countedDayFrom(day, beside, 'WORKING_DAYS_EEA', ladder);
}
