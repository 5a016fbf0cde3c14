import type { Instant, LocalDate } from '../time.js';
import { countedDayFrom, isCounted } from './counted-day.js';
import type { DayCalendar, Rest } from './counted-day.js';
import { atOslo } from './oslo.js';

const RUNG_HOUR = 8;

/** Where a rung stands: `days` after (before, when negative) the basis date or the due date. */
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
 * 1. A rung falls only on a day its calendar counts, and never on one at rest. Both ways the rest is
 *    left out, so "day 7 of 10" and "3 days before the end of 10" stay one day however long the pause.
 * 2. A rung on the due date (`days` 0) goes to the last counted day before it when it must move: a
 *    reminder of a day is no use after that day.
 * 3. Rungs on or before `sinceOn` are dropped, and those past the calendar's last year.
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
