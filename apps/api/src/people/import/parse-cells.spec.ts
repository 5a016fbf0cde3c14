import { describe, expect, it } from '@jest/globals';
import { parseDate, slugify, parseBoolean } from './parse-cells.js';

describe('what people write in a cell', () => {
  it.each([
    ['2027-02-01', '2027-02-01'],
    ['1.2.2027', '2027-02-01'],
    ['01.02.2027', '2027-02-01'],
    ['29.2.2028', '2028-02-29'],
    ['31.02.2027', undefined],
    ['1/2/2027', undefined],
    ['i går', undefined],
    ['1.2.27', undefined],
  ])('as a day: %s', (cell, date) => {
    expect(parseDate(cell)).toBe(date);
  });

  it('as yes or no', () => {
    expect(['Ja', 'x', 'TRUE', '1'].map(parseBoolean)).toEqual([true, true, true, true]);
    expect(['nei', 'No', '0'].map(parseBoolean)).toEqual([false, false, false]);
    expect(['', 'kanskje'].map(parseBoolean)).toEqual([undefined, undefined]);
  });

  it('as a name becomes an id', () => {
    expect(slugify('Sjøfolk og ære')).toBe('sjofolk-og-aere');
    expect(slugify('  Ås (nord) ')).toBe('as-nord');
    expect(slugify('日本')).toBe('enhet');
  });
});
