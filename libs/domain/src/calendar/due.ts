import { addMillis } from '../time.js';
import type { CalendarId, Instant, LocalDate } from '../time.js';
import { count, requireWhole } from './count.js';
import type { Counted } from './count.js';
import type { Rest } from './counted-day.js';
import { endOfDay, osloDateOf } from './oslo.js';
import { outsideYears, requireInYears } from './years.js';

const HOUR_MILLIS = 3_600_000;
/** Upper bound: more hours than the supported years contain. */
const MAX_HOURS = 201 * 366 * 24;

export interface Term extends Rest {
  readonly basisAt: Instant;
  /** Day 0, when it is not the local date of `basisAt`. */
  readonly basisOn?: LocalDate;
  readonly count: number;
  readonly calendar: CalendarId;
}

export interface Due extends Pick<Counted, 'skipped' | 'paused'> {
  /** The last day on which the deadline can be met in time. */
  readonly dueOn: LocalDate;
  /** 24:00 in Oslo on `dueOn`; with HOURS the exact instant. */
  readonly dueAt: Instant;
}

/**
 * When a deadline ends. Excluded days extend a count of days, never one of MONTHS or HOURS.
 * @throws RangeError as `countForward` does.
 */
export function dueOf(request: Term): Due {
  const { basisAt, basisOn = osloDateOf(basisAt), calendar } = request;
  if (calendar === 'HOURS') return hoursAfter(basisAt, request.count);
  const { date, skipped, paused } = count({ ...request, from: basisOn, calendar });
  return { dueOn: date, dueAt: endOfDay(date), skipped, paused };
}

function hoursAfter(basisAt: Instant, hours: number): Due {
  requireWhole(hours);
  if (hours > MAX_HOURS) throw outsideYears(`${hours} hours after ${basisAt}`);
  const dueAt = addMillis(basisAt, hours * HOUR_MILLIS);
  return { dueOn: requireInYears(osloDateOf(dueAt)), dueAt, skipped: [], paused: [] };
}
