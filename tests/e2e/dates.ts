/** Date arithmetic of its own, independent of the code under test. */
const osloFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
});

export const osloDate = (instant: string): string => osloFormat.format(new Date(instant)).slice(0, 10);
export const osloTime = (instant: string): string => osloFormat.format(new Date(instant)).slice(11);

export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Public holidays on weekdays, copied from a printed calendar. */
const HOLIDAYS = [
  ...['03-25', '03-26', '03-29', '05-06', '05-17'].map((day) => `2027-${day}`),
  ...['04-13', '04-14', '04-17', '05-01', '05-17', '05-25', '06-05', '12-25', '12-26'].map((day) => `2028-${day}`),
];
/** The municipality's quiet weeks 28 to 30, and Christmas. */
const QUIET = [
  ['2027-07-12', '2027-08-01'],
  ['2027-12-24', '2028-01-01'],
  ['2028-07-10', '2028-07-30'],
  ['2028-12-24', '2029-01-01'],
] as const;

export interface Pause {
  readonly from: string;
  readonly to: string;
}

/** The `count`th working day after `from`; days of the pause and quiet days do not count. */
export function workingDaysAfter(from: string, count: number, pause?: Pause): string {
  let date = from;
  for (let counted = 0; counted < count;) {
    date = daysAfter(date, 1);
    if (isCounted(date, pause)) counted += 1;
  }
  return date;
}

/** A day off is no agreed date. */
export const workingDayOnOrAfter = (date: string): string => workingDaysAfter(daysAfter(date, -1), 1);

function isCounted(date: string, pause: Pause | undefined): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || HOLIDAYS.includes(date)) return false;
  const excludedPeriods = pause ? [...QUIET, [pause.from, pause.to] as const] : QUIET;
  return !excludedPeriods.some(([first, last]) => date >= first && date <= last);
}
