import { describe, expect, it } from '@jest/globals';
import { HttpRefusal } from '#platform/problems/http-refusal.js';
import { parseSheet } from './sheet.js';

const rowsOf = (csv: string) => parseSheet(csv).map(({ line, cells }) => [line, ...Object.values(cells)]);

function reasonOf(csv: string): unknown {
  try {
    return parseSheet(csv);
  } catch (error) {
    return error instanceof HttpRefusal ? error.problemIn('en').errors?.[0]?.detail : error;
  }
}

describe('a sheet as spreadsheets save it', () => {
  it.each([
    ['with separators after the last column', 'navn;enhet;;\nKari;kultur;;\nOla;nav;;\n'],
    ['with rows that are longer, but of empty cells', 'navn;enhet\nKari;kultur;;;\nOla;nav;\n'],
    ['with the line that tells Excel the separator', 'sep=;\nnavn;enhet\nKari;kultur\nOla;nav\n', 1],
    [
      'with that line after a byte order mark, quoted and filled up',
      '\ufeff"sep=;";\nnavn;enhet\nKari;kultur\nOla;nav',
      1,
    ],
    ['with commas that the line names', 'sep=,\nnavn,enhet\nKari,kultur\nOla,nav', 1],
    ['with line ends of three kinds', 'navn;enhet\r\nKari;kultur\rOla;nav\n'],
    ['with spaces around the cells', ' navn ; enhet \n Kari ; kultur\nOla;nav'],
  ])('%s is read', (_, csv, before = 0) => {
    expect(rowsOf(csv)).toEqual([
      [2 + before, 'Kari', 'kultur'],
      [3 + before, 'Ola', 'nav'],
    ]);
  });

  it('names the line on which a row begins, whatever stands before it', () => {
    const csv = ['navn;enhet', '', '"Kari', 'Ås";kultur', ';', '', 'Ola;"nav', '"', 'Per;stab'].join('\r\n');
    expect(rowsOf(csv)).toEqual([
      [3, 'Kari Ås', 'kultur'],
      [7, 'Ola', 'nav'],
      [9, 'Per', 'stab'],
    ]);
  });

  it('has its addresses and names in the form in which they are stored', () => {
    expect(rowsOf('navn;e-post;enhet\n"Kari\n Ås";Kari@Blåbær.NO;kultur\n;ikke@;nav')).toEqual([
      [2, 'Kari Ås', 'kari@xn--blbr-roah.no', 'kultur'],
      [4, 'ikke@', 'nav'],
    ]);
  });

  it('of which a row has text beside the columns is told from one with empty cells there', () => {
    const rows = parseSheet('navn;enhet;\nKari;kultur;\nOla;nav;x\nPer;stab;;x');
    expect(rows.map(({ hasExtraCells }) => hasExtraCells)).toEqual([false, true, true]);
  });
});

describe('a sheet in another encoding', () => {
  it.each([
    ['UTF-8 read as Windows-1252', 'navn;enhet\nBjÃ¸rg;kultur', 'Windows-1252'],
    ['Windows-1252 read as Latin-1', 'navn;enhet\nKari \u0096 Ola;kultur', 'Windows-1252'],
  ])('%s is refused by name', (_, csv, name) => {
    expect(reasonOf(csv)).toEqual(expect.stringContaining(name));
  });
});
