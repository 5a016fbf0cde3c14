import { describe, expect, it } from '@jest/globals';
import { sheetIn } from '../../apps/web/src/people/import/read-sheet.js';

describe('a file with a sheet', () => {
  it('is read as UTF-8', () => {
    const bytes = new TextEncoder().encode('navn;enhet\nÅse Ødegård;Oppvekst');
    expect(sheetIn(bytes)).toEqual({ kind: 'text', text: 'navn;enhet\nÅse Ødegård;Oppvekst', isOld: false });
  });

  it('that Excel saved in the coding of Windows keeps its letters, and it is said', () => {
    const bytes = Uint8Array.from([0xc5, 0x73, 0x65, 0x3b, 0xf8]);
    expect(sheetIn(bytes)).toEqual({ kind: 'text', text: 'Åse;ø', isOld: true });
  });

  it.each([
    ['xlsx', [0x50, 0x4b, 3, 4]],
    ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ])('that is a workbook (%s) is not read as text', (_kind, bytes) => {
    expect(sheetIn(Uint8Array.from(bytes))).toEqual({ kind: 'workbook' });
  });
});
