import { osloDateOf } from '../calendar/oslo-time.js';
import { workingDaysBetween } from '../calendar/working-days.js';
import type { Handover } from './case.js';
import type { Instant } from '../time.js';

/**
 * Working days from the first sending until it was accepted or given up, through return and decline; 0 for a draft that
 * carries nothing on.
 */
export function workingDaysUnderWay(handover: Handover, now: Instant): number {
  const { sentAt, firstSentAt = sentAt, state, endedAt, settledAt } = handover;
  const isOver = state === 'ACCEPTED' || state === 'WITHDRAWN';
  const until = settledAt ?? (isOver ? endedAt : undefined) ?? now;
  return firstSentAt === undefined ? 0 : workingDaysBetween(osloDateOf(firstSentAt), osloDateOf(until));
}
