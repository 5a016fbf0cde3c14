import { describe, expect, it } from '@jest/globals';
import { dateIn, inDigits } from './written-date.js';

const TODAY = '2026-11-26';

describe('a date', () => {
  it.each([
    ['26.11.2026', '2026-11-26'],
    ['26.11.', '2026-11-26'],
    ['1.12', '2026-12-01'],
    ['01/12/26', '2026-12-01'],
    ['3 1', '2027-01-03'],
    ['2026-12-24', '2026-12-24'],
    ['1. desember', '2026-12-01'],
    ['24. des. 2027', '2027-12-24'],
    ['3 January', '2027-01-03'],
    ['i dag', '2026-11-26'],
    [' I Morgen ', '2026-11-27'],
    ['i overmorgen', '2026-11-28'],
    ['i går', '2026-11-25'],
    ['tomorrow', '2026-11-27'],
    ['+10', '2026-12-06'],
    ['fredag', '2026-11-27'],
    ['torsdag', '2026-12-03'],
    ['monday', '2026-11-30'],
  ])('is read as %s is written on Thursday 26 November', (written, date) => {
    expect(dateIn(written, TODAY)).toBe(date);
  });

  it.each([
    ['27.11', '2025-11-27'],
    ['26.11', '2026-11-26'],
    ['mandag', '2026-11-23'],
    ['torsdag', '2026-11-26'],
  ])('that has happened is the last such day: %s', (written, date) => {
    expect(dateIn(written, TODAY, true)).toBe(date);
  });

  it.each(['', '31.2', '37.11', '29.2.2027', '1.13', 'snart', '26', '+', '2026-02-30'])(
    'is not read from «%s»',
    (written) => {
      expect(dateIn(written, TODAY)).toBeUndefined();
    },
  );

  it('is written in digits, day first', () => {
    expect(inDigits('2026-11-26')).toBe('26.11.2026');
  });
});
