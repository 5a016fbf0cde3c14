import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayedName, safeName } from './file-name.js';
import { EXTENSIONS, MEDIA_TYPES } from './media-types.js';

describe('the name of a file', () => {
  it.each([
    ['Søknad om støtte – Ærlig Åse.pdf', 'Søknad om støtte – Ærlig Åse.pdf'],
    ['Søknad.pdf', 'Søknad.pdf'],
    ['BLA\u030aBÆR.PDF', 'BLÅBÆR.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\kari\\Skrivebord\\avtale.pdf', 'avtale.pdf'],
    ['bilde.png', 'bilde.pdf'],
    ['faktura.exe', 'faktura.pdf'],
    ['faktura.pdf.exe', 'faktura.pdf'],
    ['rapport v2.1', 'rapport v2.1.pdf'],
    ['rapport', 'rapport.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['.pdf', 'fil.pdf'],
    ['   ', 'fil.pdf'],
    ['CON.pdf', 'fil-CON.pdf'],
    ['a\u0000b\nc\td.pdf', 'ab c d.pdf'],
    ['faktura\u202efdp.exe', 'fakturafdp.pdf'],
    ['a<b>"c"|d?*.pdf', 'a-b--c--d--.pdf'],
    ['عقد التعاون.pdf', 'عقد التعاون.pdf'],
    ['חוזה.pdf', 'חוזה.pdf'],
    ['familie 👨‍👩‍👧.pdf', 'familie 👨‍👩‍👧.pdf'],
    [`${'å'.repeat(400)}.pdf`, `${'å'.repeat(196)}.pdf`],
  ])('%j is shown as %j', (given, name) => {
    expect(safeName(given, 'application/pdf')).toBe(name);
  });

  it('keeps an extension that fits, of several', () => {
    expect(safeName('bilde.JPEG', 'image/jpeg')).toBe('bilde.jpeg');
    expect(safeName('notat.md', 'text/plain')).toBe('notat.md');
    expect(displayedName('../a\u202eb.exe')).toBe('ab.exe');
  });

  it('is always of one line, safe, short, and has the extension of its content', () => {
    const unsafe = /[\p{Cc}\p{Cs}/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(text, fc.constantFrom(...MEDIA_TYPES), (given, type) => {
        const name = safeName(given, type);
        expect(name).not.toMatch(unsafe);
        expect(name.length).toBeLessThanOrEqual(200);
        expect(name).toBe(name.normalize('NFC'));
        expect(name).not.toMatch(/^[\s.]|\s$/);
        expect(EXTENSIONS[type] as readonly string[]).toContain(name.split('.').at(-1));
        expect(safeName(name, type)).toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });
});
