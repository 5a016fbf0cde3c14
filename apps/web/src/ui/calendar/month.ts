/** The days of a month, and how keys move among days. Dates are local, `2026-11-26`; months `2026-11`. */
const DAY_MS = 86_400_000;
const noonOf = (date: string): Date => new Date(`${date}T12:00:00Z`);
const dateOf = (at: Date): string => at.toISOString().slice(0, 'yyyy-mm-dd'.length);

export const monthOf = (date: string): string => date.slice(0, 'yyyy-mm'.length);

export const addDays = (date: string, days: number): string => dateOf(new Date(noonOf(date).getTime() + days * DAY_MS));

/** The same day of another month, or its last when it is shorter. */
export function addMonths(date: string, months: number): string {
  const at = noonOf(`${monthOf(date)}-01`);
  at.setUTCMonth(at.getUTCMonth() + months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  return `${monthOf(dateOf(at))}-${String(Math.min(Number(date.slice(-2)), last)).padStart(2, '0')}`;
}

/** 0 for Monday. */
export const weekdayIndex = (date: string): number => (noonOf(date).getUTCDay() + 6) % 7;

export const isWeekend = (date: string): boolean => weekdayIndex(date) > 4;

/** ISO 8601: the week that has the Thursday. */
export function weekNumber(date: string): number {
  const thursday = addDays(date, 3 - weekdayIndex(date));
  const first = `${thursday.slice(0, 4)}-01-01`;
  return Math.floor((noonOf(thursday).getTime() - noonOf(first).getTime()) / (7 * DAY_MS)) + 1;
}

/** The weeks of a month, each from Monday; a day of another month is undefined. */
export function weeksOf(month: string): readonly (readonly (string | undefined)[])[] {
  const first = `${month}-01`;
  const start = addDays(first, -weekdayIndex(first));
  const weeks: (string | undefined)[][] = [];
  for (let monday = start; monday < addMonths(first, 1); monday = addDays(monday, 7))
    weeks.push(
      [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(monday, day)).map((it) => (monthOf(it) === month ? it : undefined)),
    );
  return weeks;
}

/** Where a key leads from a day; undefined for other keys. */
export function dayByKey(date: string, key: string, isShifted: boolean): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return addDays(date, -weekdayIndex(date));
    case 'End':
      return addDays(date, 6 - weekdayIndex(date));
    case 'PageUp':
      return addMonths(date, isShifted ? -12 : -1);
    case 'PageDown':
      return addMonths(date, isShifted ? 12 : 1);
    default:
      return undefined;
  }
}
