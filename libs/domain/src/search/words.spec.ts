import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endingsOf, LONGEST_WORD, searchWordsOf, wordsOf } from './words.js';

describe('the words of a text', () => {
  it.each([
    ['Møte om Etterbarnevernet, 12.3.', ['møte', 'om', 'etterbarnevernet', '12', '3']],
    ['sak 2027-0001: kari@nabo.example', ['sak', '2027', '0001', 'kari', 'nabo', 'example']],
    ['Å å Å'.normalize('NFD'), ['å']],
    ['  \n – 👍 ', []],
    ['x'.repeat(LONGEST_WORD + 6), ['x'.repeat(LONGEST_WORD), 'xxxxxx']],
  ])('%j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('are searched for with two letters or more', () => {
    expect(searchWordsOf('i Å på ØY')).toEqual(['på', 'øy']);
  });

  it('are found by what begins one of their endings: every part of two letters or more', () => {
    const letters = fc.array(fc.constantFrom('a', 'å', 'b', '𐐀', '1'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (word, part) => {
        const isFound = endingsOf(word.join('')).some((ending) => ending.startsWith(part.join('')));
        expect(isFound).toBe(part.length > 1 ? word.join('').includes(part.join('')) : isFound);
      }),
      { numRuns: 500 },
    );
  });
});
