import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDayNumber, dayNumber } from '../time.js';
import { countForward } from './count.js';
import { isWorkingDay } from './holidays.js';
import {
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from './working-days.js';

const anyDate = fc.integer({ min: dayNumber('1900-02-01'), max: dayNumber('2098-12-31') }).map(dateOfDayNumber);

describe('the working day beside a date', () => {
  it('is beyond Easter both ways', () => {
    expect(nextWorkingDay('2026-04-01')).toBe('2026-04-07');
    expect(previousWorkingDay('2026-04-07')).toBe('2026-04-01');
  });

  it('is the date itself only where it may be', () => {
    expect(workingDayOnOrAfter('2026-11-23')).toBe('2026-11-23');
    expect(workingDayOnOrBefore('2026-11-23')).toBe('2026-11-23');
    expect(workingDayOnOrAfter('2026-11-21')).toBe('2026-11-23');
    expect(workingDayOnOrBefore('2026-11-22')).toBe('2026-11-20');
  });

  it('has none between', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const next = nextWorkingDay(date);
        expect(isWorkingDay(next)).toBe(true);
        expect(workingDaysBetween(date, next)).toBe(1);
        expect(previousWorkingDay(next)).toBe(workingDayOnOrBefore(date));
      }),
    );
  });

  it('is refused beyond the calendar', () => {
    expect(() => nextWorkingDay('2100-12-31')).toThrow(RangeError);
    expect(() => previousWorkingDay('1900-01-02')).toThrow(RangeError);
  });
});

describe('the working days between two dates', () => {
  it('leave out the first and take in the last', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-23')).toBe(1);
    expect(workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0);
    expect(workingDaysBetween('2026-11-24', '2026-11-23')).toBe(0);
    expect(workingDaysBetween('2026-11-21', '2026-11-22')).toBe(0);
    expect(workingDaysBetween('2026-12-31', '2027-12-31')).toBe(255);
  });

  it('are as many as were counted', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(400), (from, days) => {
        const { date } = countForward({ from, count: days, calendar: 'WORKING_DAYS_EEA' });
        expect(workingDaysBetween(from, date)).toBe(days);
      }),
    );
  });
});
