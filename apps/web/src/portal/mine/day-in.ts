/** The date that «18.12.» or «18.12.2026» means, the next one from today when no year is written; undefined for no date. */
export function dayIn(written: string, today: string): string | undefined {
  const found = /^\s*(\d{1,2})[.\s/-]+(\d{1,2})(?:[.\s/-]+(\d{4}))?\.?\s*$/.exec(written);
  if (!found) return undefined;
  const [, day = '', month = '', year] = found;
  const inYear = (it: number): string => `${it}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const thisYear = Number(today.slice(0, 4));
  const date = inYear(year === undefined ? thisYear : Number(year));
  const meant = year === undefined && date < today ? inYear(thisYear + 1) : date;
  const at = new Date(`${meant}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(meant) ? meant : undefined;
}
