import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMillis,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isInstant,
  isLocalDate,
  parseLocalDate,
  weekday,
} from './time.js';

const anyDate = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-31') }).map(dateOfDayNumber);

describe('a local date', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '1900-01-01', '0001-01-01'])('%s exists', (text) => {
    expect(isLocalDate(text)).toBe(true);
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    ['31 February', '2026-02-31'],
    ['29 February of a common year', '2026-02-29'],
    ['29 February of 2100', '2100-02-29'],
    ['31 April', '2026-04-31'],
    ['a thirteenth month', '2026-13-01'],
    ['day 0', '2026-01-00'],
    ['no leading zero', '2026-1-1'],
    ['a time of day', '2026-01-01T00:00:00.000Z'],
    ['white space', ' 2026-01-01'],
    ['a line break after it', '2026-01-01\n'],
    ['a longer year', '12026-01-01'],
    ['nothing', ''],
  ])('is refused: %s', (_, text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => parseLocalDate(text)).toThrow(RangeError);
  });

  it('of a day number is the one that JavaScript has, and undoes the day number, in the years 0000-9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        expect(dateOfDayNumber(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(dateOfDayNumber(day))).toBe(day);
      }),
      { numRuns: 5_000, examples: [[-719_528], [-719_468], [-719_469], [0], [11_016], [2_932_896]] },
    );
    for (const outside of [-719_529, 2_932_897, NaN]) expect(() => dateOfDayNumber(outside)).toThrow(RangeError);
  });

  it('knows its weekday', () => {
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('1969-12-28')).toBe(7);
    expect(weekday('1900-01-01')).toBe(1);
  });

  it('adding days and asking for the days between are each other undone, and text sorts as time', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -50_000, max: 50_000 }), (date, days) => {
        const other = addDays(date, days);
        expect(isLocalDate(other)).toBe(true);
        expect(daysBetween(date, other)).toBe(days);
        expect(other > date).toBe(days > 0);
      }),
    );
  });
});

describe('months', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-30', 14, '2028-01-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-05-17', 0, '2026-05-17'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('end in the month they name, on the same-numbered day or the last', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 2400 }), (date, months) => {
        const end = addMonths(date, months);
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(end) - index(date)).toBe(months);
        if (end.slice(8) !== date.slice(8)) expect(addDays(end, 1).slice(8)).toBe('01');
      }),
    );
  });

  it('refuse a year without four digits', () => {
    expect(() => addMonths('2026-01-01', 1e9)).toThrow(RangeError);
    expect(() => addMonths('2026-01-01', Number.NaN)).toThrow(RangeError);
  });
});

describe('an instant', () => {
  it('is UTC with milliseconds and a Z, and exists', () => {
    expect(isInstant('2026-11-23T08:00:00.000Z')).toBe(true);
    for (const text of [
      '2026-11-23T08:00:00Z',
      '2026-11-23T08:00:00.000',
      '2026-11-23T08:00:00.000+01:00',
      '2026-02-31T08:00:00.000Z',
      '2026-11-23T24:00:00.000Z',
      '2026-11-23',
    ]) {
      expect(isInstant(text)).toBe(false);
    }
  });

  it('moves by milliseconds, and not beyond the year 9999', () => {
    expect(addMillis('2026-12-31T23:59:59.999Z', 1)).toBe('2027-01-01T00:00:00.000Z');
    expect(addMillis('2026-01-01T00:00:00.000Z', -1)).toBe('2025-12-31T23:59:59.999Z');
    expect(() => addMillis('9999-12-31T23:59:59.999Z', 1)).toThrow(RangeError);
  });
});
