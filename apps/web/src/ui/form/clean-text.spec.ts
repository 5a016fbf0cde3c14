import { describe, expect, it } from '@jest/globals';
import { cleanText } from './clean-text.js';

describe('text that is pasted', () => {
  it('from Word keeps its quotes and dashes, and loses what nobody sees', () => {
    const pasted = '«Vi» sa \u201cja\u201d \u2013 sam\u00adarbeid\u200b\u000bNeste linje\r\nog en til\ufeff';
    expect(cleanText(pasted)).toBe('«Vi» sa \u201cja\u201d \u2013 samarbeid\nNeste linje\nog en til');
  });

  it('from a Mac has its letters in one part', () => {
    expect(cleanText('Blåbær på Ås'.normalize('NFD'))).toBe('Blåbær på Ås');
  });

  it('in other scripts keeps the joiners that they are written with, tabs and the marks of direction', () => {
    for (const text of ['می\u200cخواهم', '👩\u200d👧', 'a\tb', '\u202bשלום\u202c']) expect(cleanText(text)).toBe(text);
  });
});
