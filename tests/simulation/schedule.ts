import {
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDaysBetween,
} from '#domain/calendar/working-days.js';
import { wholeBetween } from './draw.js';
import type { LocalDate } from '#domain/time.js';
import type { Habit, Honesty } from './cast.js';
import type { Draw } from './draw.js';
import type { Task } from './tasks.js';

/** The day on which somebody does what they have to do when nobody reminds them; null for never. */
export function plannedDay(
  task: Task,
  who: { readonly habit: Habit } | { readonly honesty: Honesty },
  offeredOn: LocalDate,
  draw: Draw,
): LocalDate | null {
  const pace = 'habit' in who ? paceOf(who.habit, draw) : PACE_OF_ENTREPRENEUR[who.honesty];
  const drawn = draw('day');
  if (pace === 'NEVER') return null;
  if (task.onTheDay && task.dueOn !== null) {
    const late = pace === 'PROMPT' ? 0 : wholeBetween(drawn, ...DAYS_LATE[pace]);
    return laterOf(offeredOn, workingDaysAfter(previousWorkingDay(nextWorkingDay(task.dueOn)), late));
  }
  if (task.dueOn === null || task.dueOn < offeredOn)
    return workingDaysAfter(offeredOn, wholeBetween(drawn, ...DAYS_WITHOUT_DATE[pace]));
  if (pace !== 'PROMPT') return workingDaysAfter(task.dueOn, wholeBetween(drawn, ...DAYS_LATE[pace]));
  const days = workingDaysBetween(offeredOn, task.dueOn);
  return workingDaysAfter(offeredOn, Math.floor(days * 0.5 * drawn));
}

type Pace = 'PROMPT' | 'SLOW' | 'SILENT';

const DAYS_WITHOUT_DATE: Readonly<Record<Pace, [number, number]>> = { PROMPT: [1, 3], SLOW: [4, 12], SILENT: [40, 90] };
const DAYS_LATE: Readonly<Record<Pace, [number, number]>> = { PROMPT: [0, 0], SLOW: [1, 10], SILENT: [30, 80] };
const PACE_OF_ENTREPRENEUR: Readonly<Record<Honesty, Pace | 'NEVER'>> = {
  HONEST: 'PROMPT',
  FORGETFUL: 'SLOW',
  SILENT: 'NEVER',
};

/** Nobody is the same in everything: somebody slow is in time with half of it, somebody silent answers some of it late. */
function paceOf(habit: Habit, draw: Draw): Pace {
  if (habit === 'SLOW') return draw('mood') < 0.5 ? 'PROMPT' : 'SLOW';
  if (habit === 'SILENT') return draw('mood') < 0.4 ? 'SILENT' : 'SLOW';
  return 'PROMPT';
}

export function workingDaysAfter(date: LocalDate, days: number): LocalDate {
  let day = workingDayOnOrAfter(date);
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day);
  return day;
}

const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
