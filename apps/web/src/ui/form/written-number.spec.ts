import { describe, expect, it } from '@jest/globals';
import { numberIn, writtenNumber } from './written-number.js';

describe('a number', () => {
  it.each([
    ['1200', 1200],
    ['1 200 000,50', 1_200_000.5],
    ['1\u00a0200', 1200],
    ['1.200.000', 1_200_000],
    ['1.200', 1200],
    ['1.5', 1.5],
    ['0,25', 0.25],
    ['-3', -3],
    ['\u22123,5', -3.5],
    ['1 200 kr', 1200],
    ['1200,-', 1200],
    ['420 000 kroner', 420_000],
  ])('is read as %s is written', (written, value) => {
    expect(numberIn(written)).toBe(value);
  });

  it.each(['', 'tolv', '12 34', '1,2,3', '1.20.300', '1e3', '0x10', '12 timer'])('is not read from «%s»', (written) => {
    expect(numberIn(written)).toBeNaN();
  });

  it('is written in groups of three with a comma, and read back as the same', () => {
    expect(writtenNumber(1_200_000.5)).toBe('1\u00a0200\u00a0000,5');
    for (const value of [0, 0.25, 1.5, -3, 999, 1000, 1.234, 1_000_000_000])
      expect(numberIn(writtenNumber(value))).toBe(value);
  });
});
