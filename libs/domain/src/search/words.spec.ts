import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endingsOf, LONGEST_WORD, placedWordsOf, placedWordsWith, searchWordsOf, wordsOf } from './words.js';

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

  it('in which a part stands are those of all words that have it', () => {
    const piece = fc.constantFrom('ab', 'B', 'å', 'Å', '𐐀', '1', 'İ', ' ', ', ', '👍', '\u0301', 'x'.repeat(40));
    const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('').normalize('NFC'));
    const parts = fc.array(fc.constantFrom('ab', 'b', 'å', '𐐨', 'xx', 'ba', '1x', 'zz'), { maxLength: 3 });
    fc.assert(
      fc.property(texts, parts, (text, wanted) => {
        const right = placedWordsOf(text).filter(({ word }) => wanted.some((part) => word.includes(part)));
        expect(placedWordsWith(text, wanted)).toEqual(right);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of a long document are not all looked at to find one', () => {
    const text = `${'ord '.repeat(250_000)}sjelden`;
    const began = process.cpuUsage();
    expect(placedWordsWith(text, ['sjeld'])).toEqual([{ word: 'sjelden', from: 1_000_000, to: 1_000_007 }]);
    const few = process.cpuUsage(began);
    const all = process.cpuUsage();
    expect(placedWordsOf(text)).toHaveLength(250_001);
    expect(few.user).toBeLessThan(process.cpuUsage(all).user / 3);
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
