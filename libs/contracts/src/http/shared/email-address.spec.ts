import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalClaim, canonicalEmail, emailSpellings } from './email-address.js';

describe('an e-mail address', () => {
  it.each([
    ['Kari@Firma.Example', 'kari@firma.example'],
    [' ola@firma.no ', 'ola@firma.no'],
    ['post@måltid.no', 'post@xn--mltid-mra.no'],
    ['post@MÅLTID.no', 'post@xn--mltid-mra.no'],
    ['post@ma\u030altid.no', 'post@xn--mltid-mra.no'],
    ['post@xn--mltid-mra.no', 'post@xn--mltid-mra.no'],
    ['ma\u030al@firma.no', 'mål@firma.no'],
    ['Åse@firma.no', 'Åse@firma.no'],
    ['post@straße.de', 'post@xn--strae-oqa.de'],
    ['例え@例え.テスト', '例え@xn--r8jz45g.xn--zckzah'],
    ['संपर्क@भारत.भारत', 'संपर्क@xn--h2brj9c.xn--h2brj9c'],
    ['a@b.xn--p1ai', 'a@b.xn--p1ai'],
    ['post@1.firma.no', 'post@1.firma.no'],
  ])('%s is kept as %s', (text, canonical) => {
    expect(canonicalEmail(text)).toBe(canonical);
  });

  it.each([..."&/=%#~{}'+!$*?^_`|-"])('may have %s before the @', (sign) => {
    expect(canonicalEmail(`ola${sign}nord@firma.no`)).toBe(`ola${sign}nord@firma.no`);
    expect(canonicalEmail(`${sign}@firma.no`)).toBe(`${sign}@firma.no`);
  });

  it.each([
    'ola@firma-.no',
    'ola@-firma.no',
    'ola@firma',
    'ola@.no',
    'ola@firma..no',
    'ola@firma.no.',
    'ola@127.0.0.1',
    'ola@firma.123',
    'ola@[127.0.0.1]',
    'ola@fir_ma.no',
    'ola@fir ma.no',
    'ola@xn--a.no',
    '.ola@firma.no',
    'ola.@firma.no',
    'o..la@firma.no',
    'o la@firma.no',
    'o,la@firma.no',
    '"o la"@firma.no',
    'ola@kari@firma.no',
    'ola\u202e@firma.no',
    '@firma.no',
    'ola@',
    '',
    `${'x'.repeat(65)}@firma.no`,
    `ola@${'x'.repeat(64)}.no`,
    `ola@${'firma.'.repeat(45)}no`,
  ])('%j is none', (text) => {
    expect(canonicalEmail(text)).toBeUndefined();
  });

  it.each([
    'kari@fİrma.example',
    'karİ@firma.example',
    'karı@firma.example',
    'ſiri@firma.example',
    'siri@bu\u017f.example',
    '\u212aari@firma.example',
    'kari@\u212aommune.no',
    'ﬁlip@firma.example',
    'kari@ﬁrma.example',
    'ｋari@firma.example',
    'kari@ﬀirma.example',
    'kari²@firma.example',
  ])('%s is refused, since folding makes it somebody else', (text) => {
    expect(canonicalEmail(text)).toBeUndefined();
  });

  it('has one form: whatever is accepted is itself accepted and kept, and only ASCII letters of it have lost their case', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abKiåÅİıſ\u212aßﬁσς\u030a\u0327अ.-@'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(letters, letters, (local, domain) => {
        const canonical = canonicalEmail(`${local}@${domain}.no`);
        if (canonical === undefined) return;
        expect(canonicalEmail(canonical)).toBe(canonical);
        expect(canonical.slice(canonical.lastIndexOf('@'))).toMatch(/^@[a-z0-9.-]+$/);
        const kept = local
          .trim()
          .normalize('NFC')
          .replace(/[A-Z]/g, (it) => it.toLowerCase());
        expect(canonical.slice(0, canonical.lastIndexOf('@'))).toBe(kept);
        for (const spelling of emailSpellings(canonical)) expect(canonicalEmail(spelling)).toBe(canonical);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a claim of an issuer', () => {
  it('that is an address is the same in every spelling', () => {
    expect(canonicalClaim(' Kari@Måltid.no ')).toBe(canonicalClaim('kari@xn--mltid-mra.no'));
  });

  it('that is none keeps its capitals, and never becomes an address', () => {
    expect(canonicalClaim(' aB ')).toBe('aB');
    expect(canonicalClaim('kari@fİrma.example')).not.toBe(canonicalClaim('kari@firma.example'));
    expect(canonicalClaim('\u212aari@firma.example')).toBe('\u212aari@firma.example');
  });
});
