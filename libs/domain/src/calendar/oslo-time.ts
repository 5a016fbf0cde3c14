import { addDays, dateOfDayNumber, dayNumber, instantOf, millisOf, weekday } from '../time.js';
import type { Instant, LocalDate } from '../time.js';

const HOUR_MILLIS = 3_600_000;
const DAY_MILLIS = 24 * HOUR_MILLIS;
const STANDARD_OFFSET_MILLIS = HOUR_MILLIS;
const SUMMER_OFFSET_MILLIS = 2 * HOUR_MILLIS;

/** The date on a calendar in Oslo at `instant`. */
export function osloDateOf(instant: Instant): LocalDate {
  const millis = millisOf(instant);
  return dateOfDayNumber(Math.floor((millis + offsetMillisAt(millis)) / DAY_MILLIS));
}

/**
 * The instant at which a clock in Oslo shows `hour`:`minute` on `date`.
 * A time that occurs twice (a night in October) is the first of the two; a time that never occurs (a night in March) is
 * moved one hour later.
 */
export function instantInOslo(date: LocalDate, hour: number, minute = 0): Instant {
  const shownMillis = dayNumber(date) * DAY_MILLIS + hour * HOUR_MILLIS + minute * 60_000;
  const asSummerTime = shownMillis - SUMMER_OFFSET_MILLIS;
  return instantOf(
    offsetMillisAt(asSummerTime) === SUMMER_OFFSET_MILLIS ? asSummerTime : shownMillis - STANDARD_OFFSET_MILLIS,
  );
}

/** 24:00 in Oslo: the instant at which the next local day starts. */
export function endOfDay(date: LocalDate): Instant {
  return instantInOslo(addDays(date, 1), 0);
}

/**
 * Summer time by the EU rule, from the last Sunday of March to the last of October at 01:00 UTC.
 * Norway has followed it since 1996; here it holds for every year.
 */
function offsetMillisAt(millis: number): number {
  const { from, to } = summerOf(new Date(millis).getUTCFullYear());
  return millis >= from && millis < to ? SUMMER_OFFSET_MILLIS : STANDARD_OFFSET_MILLIS;
}

interface Summer {
  readonly from: number;
  readonly to: number;
}

/** By year; every date in Oslo asks for it. */
const summers = new Map<number, Summer>();

function summerOf(year: number): Summer {
  const known = summers.get(year);
  if (known) return known;
  const text = String(year).padStart(4, '0');
  const summer = { from: clockChangeMillis(`${text}-03-31`), to: clockChangeMillis(`${text}-10-31`) };
  summers.set(year, summer);
  return summer;
}

function clockChangeMillis(lastOfMonth: LocalDate): number {
  const lastSunday = dayNumber(lastOfMonth) - (weekday(lastOfMonth) % 7);
  return lastSunday * DAY_MILLIS + HOUR_MILLIS;
}
