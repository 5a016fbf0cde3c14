import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber, weekday } from '../time.js';
import { easterDay } from './easter.js';
import { dayOffReason, holidayName, holidays, isWorkingDay } from './holidays.js';

const anyYear = fc.integer({ min: 1900, max: 2100 });
const datesOf = (year: number) => holidays(year).map(({ date }) => date.slice(5));

describe('the holidays of a year', () => {
  // The lists of domain.md D5.
  it('are those of the law in 2026', () => {
    expect(holidays(2026)).toEqual([
      { date: '2026-01-01', name: '1. nyttårsdag' },
      { date: '2026-04-02', name: 'Skjærtorsdag' },
      { date: '2026-04-03', name: 'Langfredag' },
      { date: '2026-04-05', name: '1. påskedag' },
      { date: '2026-04-06', name: '2. påskedag' },
      { date: '2026-05-01', name: 'Arbeidernes dag' },
      { date: '2026-05-14', name: 'Kristi himmelfartsdag' },
      { date: '2026-05-17', name: 'Grunnlovsdag' },
      { date: '2026-05-24', name: '1. pinsedag' },
      { date: '2026-05-25', name: '2. pinsedag' },
      { date: '2026-12-25', name: '1. juledag' },
      { date: '2026-12-26', name: '2. juledag' },
    ]);
  });

  it('are eleven dates in 2027, when 17 May is Whit Monday too', () => {
    expect(datesOf(2027)).toEqual([
      '01-01',
      '03-25',
      '03-26',
      '03-28',
      '03-29',
      '05-01',
      '05-06',
      '05-16',
      '05-17',
      '12-25',
      '12-26',
    ]);
    expect(holidayName('2027-05-17')).toBe('Grunnlovsdag / 2. pinsedag');
  });

  it('are twelve dates in 2028', () => {
    expect(datesOf(2028)).toEqual([
      '01-01',
      '04-13',
      '04-14',
      '04-16',
      '04-17',
      '05-01',
      '05-17',
      '05-25',
      '06-04',
      '06-05',
      '12-25',
      '12-26',
    ]);
  });

  it('are twelve holidays in all, in order, one row a date', () => {
    fc.assert(
      fc.property(anyYear, (year) => {
        const rows = holidays(year);
        expect(rows.flatMap(({ name }) => name.split(' / '))).toHaveLength(12);
        expect(rows.every(({ date }, at) => at === 0 || date > (rows[at - 1]?.date ?? ''))).toBe(true);
        expect(rows.every(({ date, name }) => holidayName(date) === name)).toBe(true);
      }),
    );
  });

  it('are known for 1900-2100 and refused outside', () => {
    expect(datesOf(1900)).toContain('04-15');
    expect(datesOf(2100)).toContain('03-28');
    for (const year of [1899, 2101, 2026.5, Number.NaN]) expect(() => holidays(year)).toThrow(RangeError);
    expect(() => holidayName('2101-01-01')).toThrow(/outside the calendar's years 1900-2100/);
    expect(() => isWorkingDay('1899-12-31')).toThrow(RangeError);
  });
});

describe('Easter Sunday', () => {
  it.each([
    '1913-03-23',
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
  ])('is %s', (date) => expect(dateOfDayNumber(easterDay(Number(date.slice(0, 4))))).toBe(date));

  it('is the Sunday after the full moon by Gauss, every year', () => {
    for (let year = 1900; year <= 2100; year += 1) {
      const date = dateOfDayNumber(easterDay(year));
      expect(weekday(date)).toBe(7);
      expect(date).toBe(easterByGauss(year));
    }
  });
});

describe('a working day', () => {
  it('is no Saturday, Sunday or holiday; 24 and 31 December are', () => {
    expect(dayOffReason('2026-11-21')).toBe('lørdag');
    expect(dayOffReason('2026-11-22')).toBe('søndag');
    expect(dayOffReason('2026-04-02')).toBe('Skjærtorsdag');
    expect(isWorkingDay('2026-12-24')).toBe(true);
    expect(isWorkingDay('2026-12-31')).toBe(true);
  });

  it('that a holiday takes on a weekend is named by the holiday', () => {
    expect(dayOffReason('2027-05-01')).toBe('Arbeidernes dag');
    expect(dayOffReason('2026-05-17')).toBe('Grunnlovsdag');
  });

  it('is never more than five days away', () => {
    fc.assert(
      fc.property(anyYear, fc.integer({ min: 0, max: 350 }), (year, day) => {
        const date = addDays(`${year}-01-01`, day);
        expect([1, 2, 3, 4, 5, 6].some((days) => isWorkingDay(addDays(date, days)))).toBe(true);
      }),
    );
  });
});

/** Gauss's rule with its two exceptions, for 1900-2199 (1900-2100 here: M = 24, N = 5 or 6). */
function easterByGauss(year: number): string {
  const [m, n] = year < 2100 ? [24, 5] : [24, 6];
  const d = (19 * (year % 19) + m) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
  const days = d + e;
  const late = (d === 29 && e === 6) || (d === 28 && e === 6 && year % 19 > 10);
  return dateOfDayNumber(dayNumber(`${year}-03-22`) + days - (late ? 7 : 0));
}
