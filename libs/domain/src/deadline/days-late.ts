import { workingDaysBetween } from '../calendar/working-days.js';
import { addDays } from '../time.js';
import type { Case, Deadline } from '../model/case.js';
import type { LocalDate } from '../time.js';

/** How many working days late it is today; days on which the case was on hold do not count, but for what the law sets. */
export function workingDaysLate(
  { dueOn, effect }: Pick<Deadline, 'dueOn' | 'effect'>,
  pauses: Case['pauses'],
  today: LocalDate,
): number {
  const resting = effect === 'LEGAL' ? [] : pauses;
  const rested = resting.map(({ from, to = today }) => {
    const start = addDays(from, -1);
    return workingDaysBetween(start > dueOn ? start : dueOn, to < today ? to : today);
  });
  return rested.reduce((left, days) => left - days, workingDaysBetween(dueOn, today));
}
