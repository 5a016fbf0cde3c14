import type { Instant, LocalDate } from '../time.js';
import { countedDayFrom, isCounted } from './counted-day.js';
import type { DayCalendar, Rest } from './counted-day.js';
import { atOslo } from './oslo.js';

const RUNG_HOUR = 8;

/** When a rung falls due: `days` after (before, when negative) the basis date or the due date. */
export interface RungOffset {
  readonly days: number;
  readonly calendar: DayCalendar;
  readonly from: 'SINCE' | 'DUE';
}

export interface RungTime {
  readonly on: LocalDate;
  /** 08:00 in Oslo on `on`. */
  readonly at: Instant;
}

export interface Ladder<R extends RungOffset> extends Rest {
  /** Day 0 of the deadline. */
  readonly sinceOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly rungs: readonly R[];
}

/**
 * The ladder's rungs with their times, earliest first.
 *
 * 1. A rung falls only on a day that its calendar counts and that is not excluded. Counting forwards and backwards both
 *    leave excluded days out, so "day 7 of 10" and "3 days before the end of 10" are one day however long the pause.
 * 2. When the due date itself (`days` 0) is not a counted day, the rung moves to the last counted day before it: a
 *    reminder after the due date comes too late.
 * 3. Rungs on or before `sinceOn`, or outside the supported years, are dropped.
 */
export function rungsOf<R extends RungOffset>(ladder: Ladder<R>): readonly (R & RungTime)[] {
  const placed = ladder.rungs.flatMap((rung) => {
    const on = dayOf(rung, ladder);
    return on === undefined || on <= ladder.sinceOn ? [] : [{ ...rung, on, at: atOslo(on, RUNG_HOUR) }];
  });
  return placed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function dayOf({ days, calendar, from }: RungOffset, ladder: Ladder<RungOffset>): LocalDate | undefined {
  const start = from === 'SINCE' ? ladder.sinceOn : ladder.dueOn;
  const moved = days === 0 && !isCounted(start, calendar, ladder);
  return countedDayFrom(start, moved ? -1 : days, calendar, ladder);
}
