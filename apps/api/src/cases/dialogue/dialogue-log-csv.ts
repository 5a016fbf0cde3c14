import { stringify } from 'csv-stringify/sync';
import type { DialogueEntry } from './dialogue-log.js';

export const DIALOGUE_COLUMNS = { on: 'Dato', who: 'Hvem', how: 'Hvordan', what: 'Hva' } as const;

/** CSV that Norwegian Excel opens correctly, with cells that Excel would run as formulas escaped. */
export const dialogueLogCsv = (entries: readonly DialogueEntry[]): string =>
  stringify([...entries], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    escape_formulas: true,
    header: true,
    columns: Object.entries(DIALOGUE_COLUMNS).map(([key, header]) => ({ key, header })),
  });
