import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasNationalIdentityNumber } from './national-identity-number.js';

/** The control digits as the Tax Administration describes them: eleven minus the rest; none where that is ten. */
function controlDigit(digits: string, weights: readonly number[]): number | null {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const digit = sum % 11 === 0 ? 0 : 11 - (sum % 11);
  return digit === 10 ? null : digit;
}

function withControlDigits(nine: string): string | null {
  const first = controlDigit(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
  const second = first === null ? null : controlDigit(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  return second === null ? null : `${nine}${first}${second}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Numbers of every kind: of residents, D-numbers, help numbers and synthetic ones. */
const numbers = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    person: fc.integer({ min: 0, max: 999 }),
    dayOffset: fc.constantFrom(0, 40),
    monthOffset: fc.constantFrom(0, 40, 80),
  })
  .map(({ day, month, year, person, dayOffset, monthOffset }) =>
    withControlDigits(
      `${two(day + dayOffset)}${two(month + monthOffset)}${two(year)}${String(person).padStart(3, '0')}`,
    ),
  )
  .filter((number) => number !== null);

const separators = fc.array(fc.constantFrom('', '', '', ' ', '-', ' -', '\u00a0', '\u2011', '.'), {
  minLength: 10,
  maxLength: 10,
});

const around = fc.constantFrom('', ' ', 'fnr. ', 'Født:', '\n', ', ', '(', 'fnr');

const apart = (number: string, between: readonly string[]): string =>
  [...number].map((digit, place) => digit + (between[place] ?? '')).join('');

describe('a national identity number', () => {
  it('is found in any text, whatever stands around it and however its digits are grouped', () => {
    fc.assert(
      fc.property(numbers, separators, around, around, (number, between, before, after) => {
        expect(hasNationalIdentityNumber(`${before}${apart(number, between)}${after}`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is none when one digit is another one: the control digits notice every such fault', () => {
    fc.assert(
      fc.property(numbers, fc.nat(10), fc.integer({ min: 1, max: 9 }), (number, place, more) => {
        const wrong = [...number];
        wrong[place] = String((Number(wrong[place]) + more) % 10);
        expect(hasNationalIdentityNumber(wrong.join(''))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is none inside a longer number, nor where the digits belong to two numbers', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 9 }), (number, more) => {
        expect(hasNationalIdentityNumber(`${number}${more}`)).toBe(false);
        expect(hasNationalIdentityNumber(`${number.slice(0, 6)} og ${number.slice(6)}`)).toBe(false);
      }),
    );
  });

  it.each([
    ['of an example of the Tax Administration', '01010750160', true],
    ['in two groups', '010107 50160', true],
    ['with a hyphen', '010107-50160', true],
    ['of a D-number', '41010750073', true],
    ['of the synthetic population', '01810750045', true],
    ['of a synthetic D-number', '41810750039', true],
    ['in fullwidth digits', '０１０１０７５０１６０', true],
    ['of a bank account', '12345678903', false],
    ['of zeros', '00000000000', false],
    ['of a day that no month has', '32010750031', false],
    ['of a month that no year has', '01130750008', false],
    ['of two telephones', '987 65 123 og 900 00 000', false],
    ['of a telephone and a date', 'Ring 98765123 innen 2027-02-01.', false],
    ['of an organisation', 'NO 310 400 017 MVA', false],
  ])('%s: %s is %s', (_, text, expected) => {
    expect(hasNationalIdentityNumber(`Hei, ${text}!`)).toBe(expected);
  });
});
