import { describe, expect, it } from '@jest/globals';
import { addMonths, dayByKey, weekNumber, weeksOf } from './month.js';

describe('a month', () => {
  it('has weeks from Monday to Sunday, with its own days alone', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks.map((week) => week.map((day) => day?.slice(-2) ?? '').join(' '))).toEqual([
      '      01',
      '02 03 04 05 06 07 08',
      '09 10 11 12 13 14 15',
      '16 17 18 19 20 21 22',
      '23 24 25 26 27 28 29',
      '30      ',
    ]);
    for (const month of ['2027-02', '2028-02', '2026-12', '2027-03', '2027-10'])
      expect(weeksOf(month).flat().filter(Boolean)).toHaveLength(
        new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0).getDate(),
      );
  });

  it('has weeks numbered as in Norway', () => {
    expect(['2026-11-26', '2026-12-31', '2027-01-01', '2027-01-04', '2024-12-30'].map(weekNumber)).toEqual([
      48, 53, 53, 1, 1,
    ]);
  });

  it('that is shorter ends the day earlier', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2027-03-15', -3)).toBe('2026-12-15');
  });
});

describe('a key', () => {
  it.each([
    ['ArrowLeft', false, '2026-11-25'],
    ['ArrowRight', false, '2026-11-27'],
    ['ArrowUp', false, '2026-11-19'],
    ['ArrowDown', false, '2026-12-03'],
    ['Home', false, '2026-11-23'],
    ['End', false, '2026-11-29'],
    ['PageUp', false, '2026-10-26'],
    ['PageDown', false, '2026-12-26'],
    ['PageUp', true, '2025-11-26'],
    ['PageDown', true, '2027-11-26'],
    ['x', false, undefined],
  ])('%s (with Shift: %s) leads from Thursday 26 November to %s', (key, isShifted, day) => {
    expect(dayByKey('2026-11-26', key, isShifted)).toBe(day);
  });
});
