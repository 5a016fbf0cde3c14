import { CsvError, parse } from 'csv-parse/sync';
import { malformed } from '#platform/problems/refusal.js';

/** What a column of the sheet is about. */
export type Column =
  'id' | 'name' | 'email' | 'phone' | 'unit' | 'parent' | 'role' | 'roleUnit' | 'from' | 'to' | 'staff' | 'subject';

/** A row of the sheet: the cells that are filled in. */
export interface SheetRow {
  /** In the file, the header being line 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** It has more cells than there are columns. */
  readonly overlong: boolean;
}

/** Headings in bokmål and in English, as they are written in lower case. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
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

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a sheet as people save them: comma, semicolon or tab, with or without a byte order mark and quotes.
 * @throws PlatformRefusal 400 for what is no such sheet.
 */
export function readSheet(csv: string): SheetRow[] {
  const [header, ...rest] = parsed(csv);
  if (!header) throw notASheet('is empty');
  const columns = columnsOf(header.record);
  return rest.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(columns.flatMap((column, at) => (record[at] ? [[column, record[at]]] : []))),
    overlong: record.length > columns.length,
  }));
}

function parsed(csv: string): Parsed[] {
  try {
    return parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (error instanceof CsvError) throw notASheet(error.message);
    throw error;
  }
}

/** The one that stands most often in the header. */
function delimiterOf(csv: string): string {
  const [header = ''] = csv.split(/\r?\n/, 1);
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (sign: string): number => bare.split(sign).length;
  return [';', ',', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

function columnsOf(header: readonly string[]): Column[] {
  const columns = header.map((heading) => {
    const found = Object.entries(HEADINGS).find(([, names]) => names.includes(heading.toLowerCase()));
    if (!found) throw notASheet(`has the unknown column "${heading}"`);
    return found[0] as Column;
  });
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice) throw notASheet(`has the column "${twice}" twice`);
  if (!columns.includes('unit')) throw notASheet('has no column "enhet"');
  return columns;
}

const notASheet = (detail: string) => malformed('Arket kan ikke leses.', [{ pointer: '/csv', detail }]);
