import { addMillis } from '../time.js';
import type { CalendarId, Instant, LocalDate } from '../time.js';
import { countForward, requireWholeCount } from './count.js';
import type { CountResult } from './count.js';
import type { ExcludedDays } from './counted-day.js';
import { endOfDay, osloDateOf } from './oslo-time.js';
import { unsupportedDateError, requireSupportedDate } from './supported-years.js';

const HOUR_MILLIS = 3_600_000;
/** Upper bound: more hours than the supported years contain. */
const MAX_HOURS = 201 * 366 * 24;

export interface DueRequest extends ExcludedDays {
  readonly basisAt: Instant;
  /** Day 0, when it is not the local date of `basisAt`. */
  readonly basisOn?: LocalDate;
  readonly count: number;
  readonly calendar: CalendarId;
  readonly movesOffHolidays?: boolean;
}

export interface DueDate extends Pick<CountResult, 'skipped' | 'paused'> {
  /** The last day on which the deadline can be met in time. */
  readonly dueOn: LocalDate;
  /** 24:00 in Oslo on `dueOn`; with HOURS the exact instant. */
  readonly dueAt: Instant;
}

/**
 * When a deadline ends. Excluded days extend a count of days; of WEEKS and MONTHS only pauses do, and of HOURS nothing.
 * @throws RangeError as `countForward` does.
 */
export function dueDateOf(request: DueRequest): DueDate {
  const { basisAt, basisOn = osloDateOf(basisAt), calendar } = request;
  if (calendar === 'HOURS') return hoursAfter(basisAt, request.count);
  const { date, skipped, paused } = countForward({ ...request, from: basisOn, calendar });
  return { dueOn: date, dueAt: endOfDay(date), skipped, paused };
}

function hoursAfter(basisAt: Instant, hours: number): DueDate {
  requireWholeCount(hours);
  if (hours > MAX_HOURS) throw unsupportedDateError(`${hours} hours after ${basisAt}`);
  const dueAt = addMillis(basisAt, hours * HOUR_MILLIS);
  return { dueOn: requireSupportedDate(osloDateOf(dueAt)), dueAt, skipped: [], paused: [] };
}
