const HOUR_IN_OSLO = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' });

/** Eight in the morning of a local date, in winter and in summer. */
export function morningOf(date: string): Date {
  const winter = new Date(`${date}T08:00:00+01:00`);
  return HOUR_IN_OSLO.format(winter) === '08' ? winter : new Date(`${date}T08:00:00+02:00`);
}
