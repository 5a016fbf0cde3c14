import { describe, expect, it } from '@jest/globals';
import { addDays } from '../time.js';
import { countBack, countForward } from './count.js';
import { FIRST_DAY, LAST_DAY } from './supported-years.js';

describe.each(['CALENDAR_DAYS', 'WORKING_DAYS_EEA'] as const)('the ends of the calendar, counted in %s', (calendar) => {
  it('can be reached, and nothing lies beyond them', () => {
    const days = calendar === 'CALENDAR_DAYS' ? 20 : 10;
    const last = countForward({ from: addDays(LAST_DAY, -20), count: days, calendar }).date;
    expect(last <= LAST_DAY).toBe(true);
    if (calendar === 'CALENDAR_DAYS') expect(last).toBe(LAST_DAY);
    expect([FIRST_DAY, LAST_DAY].map((from) => countForward({ from, count: 0, calendar }).date)).toEqual([
      FIRST_DAY,
      LAST_DAY,
    ]);
    expect(() => countForward({ from: LAST_DAY, count: 1, calendar })).toThrow(RangeError);
    if (calendar === 'CALENDAR_DAYS')
      expect(countBack({ from: addDays(FIRST_DAY, 3), count: 3, calendar })).toBe(FIRST_DAY);
    expect(() => countBack({ from: FIRST_DAY, count: 1, calendar })).toThrow(RangeError);
  });
});
