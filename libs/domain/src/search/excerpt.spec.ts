import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excerptOf, maybeInflected } from './excerpt.js';
import type { SearchedWord } from './excerpt.js';

const NO_STEMS = new Map<string, string | null>();
const only = (word: string, stem: string | null = null): SearchedWord[] => [{ word, stem }];
const marked = (text: string, searched: readonly SearchedWord[], stems = NO_STEMS) => {
  const excerpt = excerptOf(text, searched, stems);
  return { text: excerpt.text, marks: excerpt.marks.map(({ from, to }) => excerpt.text.slice(from, to)) };
};

describe('an excerpt', () => {
  it('marks the word inside a compound, in any letter case and normal form', () => {
    const text = 'Oppfølgingstjenesten ringte OPPFØLGING.';
    expect(marked(text.normalize('NFD'), only('oppfølging'))).toEqual({ text, marks: ['Oppfølging', 'OPPFØLGING'] });
  });

  it('marks the whole of a word with the same stem, and no other that begins like it', () => {
    const text = 'Barna gikk til barnevernet.';
    const searched = only('barnet', 'barn');
    expect(maybeInflected(text, searched)).toEqual(['barna', 'barnevernet']);
    const stems = new Map([
      ['barna', 'barn'],
      ['barnevernet', 'barnevern'],
    ]);
    expect(marked(text, searched, stems)).toEqual({ text, marks: ['Barna'] });
  });

  it('of a long text is the part with most of the words, cut between words', () => {
    const filler = 'noe annet '.repeat(60);
    const { text, marks } = marked(`avtale ${filler}avtale om mentor ${filler}`, [
      ...only('avtale'),
      ...only('mentor'),
    ]);
    expect(marks).toEqual(['avtale', 'mentor']);
    expect(text).toMatch(/^…(?:noe|annet) .*avtale om mentor .*(?:noe|annet)…$/);
    expect(text.length).toBeLessThan(225);
  });

  it('marks words where two that are searched for overlap as one', () => {
    expect(marked('barnevern', [...only('barnev'), ...only('vern')]).marks).toEqual(['barnevern']);
  });

  it('is a part of the text, and each mark holds the word', () => {
    const words = fc.array(fc.constantFrom('barn', 'BARNEVERN', 'å', 'İ', '👍', 'x'.repeat(300), '\n'), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(words, (given) => {
        const text = given.join(' ');
        const excerpt = marked(text, only('barn'));
        expect(text).toContain(excerpt.text.replace(/^…|…$/g, ''));
        for (const mark of excerpt.marks) expect(mark.toLowerCase()).toContain('barn');
        expect(excerpt.marks.length > 0).toBe(text.toLowerCase().includes('barn'));
      }),
    );
  });
});
