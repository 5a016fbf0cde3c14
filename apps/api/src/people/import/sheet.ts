import { CsvError, parse } from 'csv-parse/sync';
import { malformed } from '#platform/problems/http-refusal.js';

/** A column of the sheet, by meaning rather than heading. */
export type SheetColumn =
  'id' | 'name' | 'email' | 'phone' | 'unit' | 'parent' | 'role' | 'roleUnit' | 'from' | 'to' | 'staff' | 'subject';

/** A row of the sheet with its non-empty cells. */
export interface SheetRow {
  /** Line number in the file; the header is line 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<SheetColumn, string>>>;
  /** The row has more cells than the header. */
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
  readonly info: { readonly lines: number };
}

/**
 * Reads CSV separated by comma, semicolon or tab, with or without a byte order mark and quotes.
 * @throws HttpRefusal 400 when the text is no such sheet.
 */
export function parseSheet(csv: string): SheetRow[] {
  const [header, ...rest] = parseCsv(csv);
  if (!header) throw unreadableSheet('is empty');
  const columns = columnsOf(header.record);
  return rest.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(columns.flatMap((column, at) => (record[at] ? [[column, record[at]]] : []))),
    hasExtraCells: record.length > columns.length,
  }));
}

function parseCsv(csv: string): ParsedRecord[] {
  try {
    return parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
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

/** The separator that occurs most often in the header, outside quotes. */
function delimiterOf(csv: string): string {
  const [header = ''] = csv.split(/\r?\n/, 1);
  const unquoted = header.replace(/"[^"]*"/g, '');
  const count = (sign: string): number => unquoted.split(sign).length;
  return [';', ',', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

function columnsOf(header: readonly string[]): SheetColumn[] {
  const columns = header.map((heading) => {
    const found = Object.entries(HEADINGS).find(([, names]) => names.includes(heading.toLowerCase()));
    if (!found) throw unreadableSheet(`has the unknown column "${heading}"`);
    return found[0] as SheetColumn;
  });
  const duplicate = columns.find((column, at) => columns.indexOf(column) !== at);
  if (duplicate) throw unreadableSheet(`has the column "${duplicate}" twice`);
  if (!columns.includes('unit')) throw unreadableSheet('has no column "enhet"');
  return columns;
}

const unreadableSheet = (detail: string) => malformed('Arket kan ikke leses.', [{ pointer: '/csv', detail }]);
