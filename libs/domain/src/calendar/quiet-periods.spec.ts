import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber, weekday } from '../time.js';
import { defaultQuietPeriods, isQuiet, isoWeek, quietSpans } from './quiet-periods.js';

const anyDate = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-24') }).map(dateOfDayNumber);

describe('an ISO week', () => {
  it.each([
    ['2026-01-01', 1],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2025-12-29', 1],
    ['2026-07-06', 28],
    ['2026-07-26', 30],
  ])('of %s is %i', (date, week) => expect(isoWeek(date)).toBe(week));

  it('is seven days from Monday on', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const monday = addDays(date, 1 - weekday(date));
        expect(isoWeek(date)).toBe(isoWeek(monday));
        expect(isoWeek(addDays(monday, 7))).not.toBe(isoWeek(monday));
      }),
    );
  });
});

describe('quiet periods', () => {
  it('are weeks 28-30 and 24 December to 1 January unless a municipality says otherwise', () => {
    expect(quietSpans('2026-01-01', '2027-12-31', defaultQuietPeriods)).toEqual([
      { from: '2026-01-01', to: '2026-01-01' },
      { from: '2026-07-06', to: '2026-07-26' },
      { from: '2026-12-24', to: '2027-01-01' },
      { from: '2027-07-12', to: '2027-08-01' },
      { from: '2027-12-24', to: '2027-12-31' },
    ]);
  });

  it('may be weeks that cross New Year, with or without a week 53', () => {
    expect(quietSpans('2026-12-01', '2028-01-31', [{ weeks: [52, 1] }])).toEqual([
      { from: '2026-12-21', to: '2027-01-10' },
      { from: '2027-12-27', to: '2028-01-09' },
    ]);
  });

  it('join where they adjoin or overlap, and stay inside what was asked for', () => {
    const periods = [
      { from: '07-01', to: '07-10' },
      { from: '07-08', to: '07-12' },
      { from: '07-13', to: '07-20' },
    ];
    expect(quietSpans('2026-07-03', '2026-07-18', periods)).toEqual([{ from: '2026-07-03', to: '2026-07-18' }]);
    expect(quietSpans('2026-07-18', '2026-07-03', periods)).toEqual([]);
  });

  it('are none where none is set', () => {
    fc.assert(fc.property(anyDate, (date) => expect(isQuiet(date, [])).toBe(false)));
  });
});
