import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalText } from './normal-text.js';

describe('the one form of text', () => {
  it.each([
    ['typed on a Mac', 'ma\u030altider', 'måltider'],
    ['with spaces that do not break', 'Kari\u00a0Ås\u202f2\u3000x', 'Kari Ås 2 x'],
    [
      'with line breaks of Windows, old Macs, XML and typesetters',
      'a\r\nb\rc\u2028d\u2029e\u0085f',
      'a\nb\nc\nd\ne\nf',
    ],
    ['with what has no width', '\ufeffKa\u200bri\u2060 År\u00adsand', 'Kari Årsand'],
    ['with a ring kept apart by what has no width', 'A\u200b\u030as', 'Ås'],
    ['with joiners where they join nothing', '\u200dOla\u200c N\u200dord\u200d', 'Ola Nord'],
    ['of plain ASCII', 'a\tb\nc', 'a\tb\nc'],
  ])('%s', (_, text, expected) => {
    expect(normalText(text)).toBe(expected);
  });

  it.each([
    ['Persian', 'می\u200cخواهم'],
    ['Hindi', 'क्\u200dष'],
    ['a family', '👨‍👩‍👧'],
    ['a flag', '🏳️‍🌈'],
  ])('keeps the joiners of %s', (_, text) => {
    expect(normalText(text)).toBe(text);
  });

  it('is its own form, and the same for everything that Unicode calls the same', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'aåAÅ\u030a\u0301\u200d\u200c\u200b\u00a0\r\n\u00ad\u093f'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(text, (it) => {
        const once = normalText(it);
        expect(normalText(once)).toBe(once);
        expect(once).toBe(once.normalize('NFC'));
        expect(normalText(it.normalize('NFC').normalize('NFD'))).toBe(normalText(it.normalize('NFC')));
      }),
    );
  });
});
