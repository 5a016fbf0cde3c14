/** Begins a file that a spreadsheet is to read as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** A spreadsheet would run what begins so as a formula; an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as a Norwegian spreadsheet opens them: with semicolons, each line ended. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');
