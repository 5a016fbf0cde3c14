import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayName, organisationNumber, searchText } from './fields.js';

describe('a name', () => {
  it('is one line with single spaces', () => {
    expect(displayName.parse(' Kari\n Nordmann\t Ås ')).toBe('Kari Nordmann Ås');
  });

  it.each(['', ' \n ', 'Kari \u202ednamdroN', 'a\u2066b', 'a\u200fb', 'a\u0007b', 'a\u009fb', 'x'.repeat(201)])(
    'is not %j',
    (text) => {
      expect(displayName.safeParse(text).success).toBe(false);
    },
  );

  it('is searched for in the form it has', () => {
    expect(searchText.parse(' Kari\u200e\n  Ås ')).toBe('Kari Ås');
  });
});

describe('an organisation number', () => {
  it.each(['310400017', '310 400 017', 'NO 310 400 017 MVA', 'no310400017mva', '310.400.017', ' NO310400017 '])(
    'written as %j is kept as nine digits',
    (text) => {
      expect(organisationNumber.parse(text)).toBe('310400017');
    },
  );

  it.each(['310400018', '123456789', '31040001', '3104000170', 'SE 310400017', '310400017 X', 'ABC', ''])(
    'is not %j',
    (text) => {
      expect(organisationNumber.safeParse(text).success).toBe(false);
    },
  );

  it('is no longer one when a digit is mistyped or two neighbours are swapped', () => {
    const eight = fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String);
    const valid = (digits: string) =>
      [...'0123456789'].map((last) => digits + last).filter((it) => organisationNumber.safeParse(it).success);
    fc.assert(
      fc.property(eight, fc.nat(8), fc.nat(9), (digits, at, digit) => {
        const [number] = valid(digits);
        expect(valid(digits).length).toBeLessThanOrEqual(1);
        if (number === undefined) return;
        const mistyped = number.slice(0, at) + digit + number.slice(at + 1);
        expect(organisationNumber.safeParse(mistyped).success).toBe(mistyped === number);
        const swapped = number.slice(0, at) + (number[at + 1] ?? '') + number[at] + number.slice(at + 2);
        expect(organisationNumber.safeParse(swapped).success).toBe(swapped === number);
      }),
    );
  });
});
