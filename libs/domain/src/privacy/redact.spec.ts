import { describe, expect, it } from '@jest/globals';
import { redactorFor } from './redact.js';

const kari = redactorFor({
  names: ['Kari Ås-Nordmann'],
  emails: ['kari.as@nabo.example'],
  phones: ['+47 912 34 567'],
});

describe('a person taken out of words', () => {
  it.each([
    ['Kari Ås-Nordmann ringte', '[slettet] ringte'],
    ['KARI  ÅS-NORDMANN ringte', '[slettet] ringte'],
    ['Kari\nÅs-Nordmanns idé', '[slettet] idé'],
    ['Ås-Nordmann, Kari', '[slettet]'],
    ['Kari Ås-Nordmann'.normalize('NFD'), '[slettet]'],
    ['skriv til Kari.As@nabo.example.', 'skriv til [slettet].'],
    ['<kari.as@nabo.example>', '<[slettet]>'],
    ['ring 91234567', 'ring [slettet]'],
    ['ring 0047 91 23 45 67!', 'ring [slettet]!'],
    ['tlf. +4791234567, kveld', 'tlf. [slettet], kveld'],
    ['912-34-567', '[slettet]'],
  ])('%j becomes %j', (text, blanked) => {
    expect(kari.redact(text)).toBe(blanked);
  });

  it.each([
    'Kari',
    'Mari Ås-Nordmann',
    'Kari Ås-Nordmannsen',
    'okari.as@nabo.example',
    '912345678',
    'sak 2027-0001',
    '',
  ])('leaves %j', (text) => {
    expect(kari.redact(text)).toBe(text);
  });

  it('is taken out of lists, sections and their headings, and what does not name them is the same thing', () => {
    const words = { Kontakt: ['Kari Ås-Nordmann', 7, null], 'Kari Ås-Nordmann': { sier: 'ja' } };
    expect(kari.redact(words)).toEqual({ Kontakt: ['[slettet]', 7, null], '[slettet]': { sier: 'ja' } });
    const other = { a: ['b'] };
    expect(kari.redact(other)).toBe(other);
  });

  it('says what every text that names them must hold', () => {
    expect(kari.searchTokens).toEqual(['Nordmann', 'kari.as@nabo.example']);
    expect(kari.searchDigits).toEqual(['91234567']);
  });

  it('that is named in no way is taken out of nothing', () => {
    const nobody = redactorFor({ names: [' '], emails: ['-'], phones: ['112'] });
    expect([nobody.searchTokens, nobody.searchDigits]).toEqual([[], []]);
    expect(nobody.redact(' - 112 ')).toBe(' - 112 ');
  });

  it('may have a name that would mean something to a pattern', () => {
    const odd = redactorFor({ names: ['A.B (Å) [C]* $1'], emails: [], phones: [] });
    expect(odd.redact('se A.B (Å) [C]* $1 der; ikke AxB (Å) [C]* $1')).toBe('se [slettet] der; ikke AxB (Å) [C]* $1');
  });
});
