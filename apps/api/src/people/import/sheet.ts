import { CsvError, parse } from 'csv-parse/sync';
import { canonicalEmail } from '#contracts/http/shared/email-address.js';
import { toOneLine } from '#contracts/http/shared/one-line.js';
import { malformed } from '#platform/problems/http-refusal.js';

/** A column of the sheet, by meaning rather than heading. */
export type SheetColumn =
  'id' | 'name' | 'email' | 'phone' | 'unit' | 'parent' | 'role' | 'roleUnit' | 'from' | 'to' | 'staff' | 'subject';

/** A row of the sheet with its non-empty cells. */
export interface SheetRow {
  /** Number of the line in the file on which the row begins. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<SheetColumn, string>>>;
  /** The row has text outside the columns of the header. */
  readonly hasExtraCells: boolean;
}

/** Accepted headings in bokmål and English, in lower case. */
const HEADINGS: Readonly<Record<SheetColumn, readonly string[]>> = {
  id: ['id', 'bruker', 'brukernavn', 'user'],
  name: ['navn', 'name'],
  email: ['e-post', 'epost', 'email', 'e-mail'],
  phone: ['telefon', 'tlf', 'phone'],
  unit: ['enhet', 'unit'],
  parent: ['overordnet', 'overordnet enhet', 'parent', 'parent unit'],
  role: ['rolle', 'role'],
  roleUnit: ['rolleenhet', 'rolle i enhet', 'role unit', 'roleunit'],
  from: ['fra', 'fra dato', 'from'],
  to: ['til', 'til dato', 'to'],
  staff: ['ansatt', 'staff'],
  subject: ['innlogging', 'subject', 'sign-in'],
};

interface ParsedRecord {
  readonly record: readonly string[];
  /** The text that the record was read from, with the line break before or after it. */
  readonly raw: string;
  /** Lines read so far. */
  readonly info: { readonly lines: number };
}

/**
 * Reads CSV separated by comma, semicolon or tab, with or without a byte order mark, quotes and Excel's line `sep=;`.
 * Line breaks of all kinds may be mixed and may stand in quotes. Text is in normal form.
 * @throws HttpRefusal 400 when the text is no such sheet.
 */
export function parseSheet(text: string): SheetRow[] {
  const csv = text.replace(/\r\n?/g, '\n');
  requireReadInItsEncoding(csv);
  const [header, ...rest] = parseCsv(csv);
  if (!header) throw unreadableSheet('is empty');
  const columns = columnsOf(header.record);
  return rest.map(({ record, raw, info }) => ({
    line: info.lines - breaksIn(raw.trim()),
    cells: Object.fromEntries(
      columns.flatMap((column, at) => (column && record[at] ? [cellOf(column, record[at])] : [])),
    ),
    hasExtraCells: record.some((cell, at) => cell !== '' && columns[at] === undefined),
  }));
}

function parseCsv(csv: string): ParsedRecord[] {
  const [, separator] = SEPARATOR_LINE.exec(csv) ?? [];
  try {
    return parse(csv, {
      bom: true,
      delimiter: separator ?? delimiterOf(csv),
      from_line: separator === undefined ? 1 : 2,
      info: true,
      raw: true,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (error instanceof CsvError) throw unreadableSheet(error.message);
    throw error;
  }
}

/** The first line with which Excel is told the separator. It may have been saved with separators of its own after it. */
const SEPARATOR_LINE = /^\ufeff?"?sep=([;,\t])"?[;,\t]*\n/i;

/** The separator that occurs most often in the header, outside quotes. */
function delimiterOf(csv: string): string {
  const [header = ''] = csv.trimStart().split('\n', 1);
  const unquoted = header.replace(/"[^"]*"/g, '');
  const count = (sign: string): number => unquoted.split(sign).length;
  return [';', ',', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

/** `Ã¸` is what `ø` in UTF-8 looks like when it is read as Windows-1252; U+0080-U+009F come of reading 1252 as Latin-1. */
const READ_AS_1252 = /Ã[¦¸¥†˜…©¤¶–„]|â€[™œ“”˜]/;
const READ_AS_LATIN_1 = /[\u0080-\u009f]/;

function requireReadInItsEncoding(csv: string): void {
  if (READ_AS_1252.test(csv)) throw unreadableSheet('is in UTF-8 but was read as Windows-1252: read it as UTF-8');
  if (READ_AS_LATIN_1.test(csv))
    throw unreadableSheet('is in Windows-1252 but was read as Latin-1: save it as UTF-8 ("CSV UTF-8" in Excel)');
}

/** Texts are compared with what is stored, so they get the form in which they are stored. */
function cellOf(column: SheetColumn, cell: string): [SheetColumn, string] {
  if (column === 'email') return [column, canonicalEmail(cell) ?? cell];
  return [column, column === 'subject' ? cell : toOneLine(cell)];
}

const breaksIn = (raw: string): number => raw.split('\n').length - 1;

/** A column without a heading is undefined; Excel saves such columns to the right of a table. */
function columnsOf(header: readonly string[]): (SheetColumn | undefined)[] {
  const columns = header.map((heading) => {
    if (heading === '') return undefined;
    const found = Object.entries(HEADINGS).find(([, names]) => names.includes(toOneLine(heading).toLowerCase()));
    if (!found) throw unreadableSheet(`has the unknown column "${heading}"`);
    return found[0] as SheetColumn;
  });
  const duplicate = columns.find((column, at) => column !== undefined && columns.indexOf(column) !== at);
  if (duplicate) throw unreadableSheet(`has the column "${duplicate}" twice`);
  if (!columns.includes('unit')) throw unreadableSheet('has no column "enhet"');
  return columns;
}

const unreadableSheet = (detail: string) =>
  malformed({ nb: 'Arket kan ikke leses.', en: 'The sheet cannot be read.' }, [{ pointer: '/csv', detail }]);
