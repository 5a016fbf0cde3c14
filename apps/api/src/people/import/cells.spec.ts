import { describe, expect, it } from '@jest/globals';
import { dateIn, slugOf, truthIn } from './cells.js';

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
    expect(dateIn(cell)).toBe(date);
  });

  it('as yes or no', () => {
    expect(['Ja', 'x', 'TRUE', '1'].map(truthIn)).toEqual([true, true, true, true]);
    expect(['nei', 'No', '0'].map(truthIn)).toEqual([false, false, false]);
    expect(['', 'kanskje'].map(truthIn)).toEqual([undefined, undefined]);
  });

  it('as a name becomes an id', () => {
    expect(slugOf('Sjøfolk og ære')).toBe('sjofolk-og-aere');
    expect(slugOf('  Ås (nord) ')).toBe('as-nord');
    expect(slugOf('日本')).toBe('enhet');
  });
});
