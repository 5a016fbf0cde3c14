import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { covers, hasEnded, overlap } from './period.js';
import { addDays } from './time.js';

const DAYS = Array.from({ length: 12 }, (_, n) => addDays('2027-01-28', n));
const day = fc.constantFrom(...DAYS.slice(0, -1));
const period = fc
  .record({ from: day, to: fc.option(day) })
  .map(({ from, to }) => ({ from, to: to === null || to >= from ? to : from }));

describe('a period', () => {
  it('covers its first and last day, and has ended on the day after', () => {
    const week = { from: '2027-02-01', to: '2027-02-07' };
    expect(['2027-01-31', '2027-02-01', '2027-02-07', '2027-02-08'].map((on) => covers(week, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(hasEnded(week, '2027-02-07')).toBe(false);
    expect(hasEnded(week, '2027-02-08')).toBe(true);
    expect(hasEnded({ to: null }, '2100-12-31')).toBe(false);
  });

  it('overlaps another when there is a day that both cover', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(overlap(a, b)).toBe(DAYS.some((on) => covers(a, on) && covers(b, on)));
      }),
    );
  });
});
