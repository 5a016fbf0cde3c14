import { addDays, dateOfDayNumber, dayNumber, instantOf, millisOf, weekday } from '../time.js';
import type { Instant, LocalDate } from '../time.js';

const HOUR_MILLIS = 3_600_000;
const DAY_MILLIS = 24 * HOUR_MILLIS;
const STANDARD_TIME = HOUR_MILLIS;
const SUMMER_TIME = 2 * HOUR_MILLIS;

/** The date on a calendar in Oslo at `instant`. */
export function osloDateOf(instant: Instant): LocalDate {
  const millis = millisOf(instant);
  return dateOfDayNumber(Math.floor((millis + offsetAt(millis)) / DAY_MILLIS));
}

/**
 * The instant at which a clock in Oslo shows `hour`:`minute` on `date`.
 * A time shown twice (a night in October) is the first of the two; a time never shown (a night in
 * March) is as far after 03:00 as it was to be after 02:00.
 */
export function atOslo(date: LocalDate, hour: number, minute = 0): Instant {
  const shown = dayNumber(date) * DAY_MILLIS + hour * HOUR_MILLIS + minute * 60_000;
  const inSummer = shown - SUMMER_TIME;
  return instantOf(offsetAt(inSummer) === SUMMER_TIME ? inSummer : shown - STANDARD_TIME);
}

/** 24:00 in Oslo: the instant at which the next local day starts. */
export function endOfDay(date: LocalDate): Instant {
  return atOslo(addDays(date, 1), 0);
}

/**
 * Summer time by the EU rule, from the last Sunday of March to the last of October at 01:00 UTC.
 * Norway has followed it since 1996; here it holds for every year.
 */
function offsetAt(millis: number): number {
  const year = new Date(millis).toISOString().slice(0, 4);
  const summer = millis >= changeOn(`${year}-03-31`) && millis < changeOn(`${year}-10-31`);
  return summer ? SUMMER_TIME : STANDARD_TIME;
}

function changeOn(lastOfMonth: LocalDate): number {
  const lastSunday = dayNumber(lastOfMonth) - (weekday(lastOfMonth) % 7);
  return lastSunday * DAY_MILLIS + HOUR_MILLIS;
}
