import { describe, expect, it } from '@jest/globals';
import { readText, TextUnreadable } from './read-text.js';
import { OFFICE_TYPES, officeFileSaying, pdfSaying, wordFileSaying, WORD_TYPE } from '#support/readable-files.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the text of a file', () => {
  it('is read from PDF, from Word and from plain text', async () => {
    const says = 'Oppfølgingstjenesten i Fjordvik';
    expect(await readText({ content: pdfSaying(says), type: 'application/pdf' })).toContain(says);
    expect(await readText({ content: await wordFileSaying(says), type: WORD_TYPE })).toContain(says);
    expect(await readText({ content: utf8(says.normalize('NFD')), type: 'text/plain' })).toBe(says);
  }, 60_000);

  it.each(OFFICE_TYPES)('is read from %s, and nothing that is no text of it', async (type) => {
    const content = await officeFileSaying(type, 'Årsbudsjett & <plan> for oppfølgingstjenesten');
    const text = await readText({ content, type });
    expect(text.trim()).toBe('Årsbudsjett & <plan> for oppfølgingstjenesten');
    await expect(readText({ content: content.slice(0, content.length / 2), type })).rejects.toThrow(TextUnreadable);
  });

  it.each(OFFICE_TYPES)(
    'of a %s that unpacks to very much is given up',
    async (type) => {
      const content = await officeFileSaying(type, 'a '.repeat(40_000_000));
      expect(content.length).toBeLessThan(1_000_000);
      await expect(readText({ content, type })).rejects.toThrow(TextUnreadable);
    },
    60_000,
  );

  it('has nothing that Postgres cannot store, and ends somewhere', async () => {
    const limits = { seconds: 30, megabytes: 128, characters: 5 };
    expect(await readText({ content: utf8('a\u0000b'), type: 'text/csv' })).toBe('a b');
    expect(await readText({ content: utf8('1234567'), type: 'text/plain' }, limits)).toBe('12345');
  }, 60_000);

  it('of a damaged file is refused, without a word of it', async () => {
    for (const type of ['application/pdf', WORD_TYPE]) {
      const reading = readText({ content: utf8('%PDF-1.7 hemmelig'), type });
      await expect(reading).rejects.toThrow(TextUnreadable);
      await expect(reading).rejects.not.toThrow('hemmelig');
    }
  }, 60_000);

  it('that takes too long, or too much memory, is given up, and the next one is read', async () => {
    const large = { content: utf8('ord '.repeat(20_000_000)), type: 'text/plain' };
    const slow = readText(large, { seconds: 0.001, megabytes: 384, characters: 10 });
    await expect(slow).rejects.toThrow(TextUnreadable);
    const bomb = pdfSaying('x '.repeat(3_000_000));
    const small = readText({ content: bomb, type: 'application/pdf' }, { seconds: 30, megabytes: 16, characters: 1e9 });
    await expect(small).rejects.toThrow(TextUnreadable);
    expect(await readText({ content: utf8('neste'), type: 'text/plain' })).toBe('neste');
  }, 120_000);
});
