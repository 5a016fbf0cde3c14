import { stringify } from 'csv-stringify';
import type { Stringifier } from 'csv-stringify';
import type { AuditEntryView } from '#contracts/http/audit.js';

const COLUMNS = [
  'Nr.',
  'Tidspunkt',
  'Hendelse',
  'Utført av',
  'Navn',
  'Gjelder',
  'Navn på det den gjelder',
  'Sak',
  'Detaljer',
];

/** Writes CSV that Norwegian Excel opens correctly, with cells that Excel would run as formulas escaped. */
export function auditCsvStringifier(): Stringifier {
  return stringify({
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    escape_formulas: true,
    header: true,
    columns: COLUMNS.map((header, index) => ({ key: String(index), header })),
  });
}

export async function* auditCsvRows(entries: AsyncIterable<AuditEntryView>): AsyncGenerator<string[]> {
  for await (const entry of entries) yield rowOf(entry);
}

function rowOf({ id, at, kind, by, subject, collaboration, detail }: AuditEntryView): string[] {
  return [
    id,
    at,
    kind,
    by?.id ?? '',
    by?.name ?? '',
    subject?.id ?? '',
    subject?.name ?? '',
    collaboration?.number ?? collaboration?.id ?? '',
    Object.keys(detail).length === 0 ? '' : JSON.stringify(detail),
  ];
}
