import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { dayText } from '#domain/model/words/day-text.js';
import type { LocalDate } from '#domain/time.js';
import { DIALOGUE_COLUMNS } from './dialogue-log-csv.js';
import type { DialogueEntry } from './dialogue-log.js';

/** A font that goes into the file, because a tagged PDF needs one and names are not Norwegian alone. */
const { resolve } = createRequire(import.meta.url);
const REGULAR = resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** Accessible to screen readers (ISO 14289); the types do not know it yet. */
const PDF_UA = 'PDF/UA' as 'PDF/A-2a';

const COLUMN_WIDTHS = [95, 135, 125, '*'] as const;
/** A row stays on one page, so longer words go on in the next row. */
const MOST_CHARACTERS = 1_500;

export interface DialogueLog {
  /** Of the case. */
  readonly number: string;
  readonly title: string;
  readonly madeOn: LocalDate;
  readonly entries: readonly DialogueEntry[];
}

/** The log as a PDF that screen readers can read: language, title, headings, and a table with its header cells (PDF/UA). */
export function dialogueLogPdf({ number, title, madeOn, entries }: DialogueLog): Readable {
  const heading = `Dialoglogg for sak ${number}`;
  const pdf = new PDFDocument({
    ...{ size: 'A4', layout: 'landscape', margin: 40, font: REGULAR },
    ...{ pdfVersion: '1.7', subset: PDF_UA, tagged: true, lang: 'nb-NO', displayTitle: true },
    info: { Title: heading, Creator: 'Stafett', Producer: 'Stafett' },
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  root.add(pdf.struct('H1', {}, () => pdf.font(BOLD).fontSize(18).text(heading)));
  root.add(pdf.struct('P', {}, () => pdf.font(REGULAR).fontSize(10).text(title)));
  const about = `${countText(entries.length)} Slik saken var ${dayText(madeOn).nb}.`;
  root.add(pdf.struct('P', {}, () => pdf.text(about).moveDown()));
  if (entries.length > 0) {
    const options = { structParent: root, columnStyles: [...COLUMN_WIDTHS] };
    const table = pdf.table(options);
    const header = { type: 'TH', scope: 'Column', font: { src: BOLD } } as const;
    table.row(Object.values(DIALOGUE_COLUMNS).map((text) => ({ ...header, text })));
    for (const row of entries.flatMap(rowsOf)) table.row(row);
    table.end();
  }
  root.end();
  pdf.end();
  return pdf;
}

const countText = (count: number): string => {
  if (count === 0) return 'Ingen kontakt med en mulig leverandør er loggført.';
  return count === 1 ? 'Én kontakt med en mulig leverandør.' : `${count} kontakter med en mulig leverandør.`;
};

function rowsOf({ on, who, how, what }: DialogueEntry): string[][] {
  const [first = '', ...others] =
    what.match(new RegExp(`[^]{1,${MOST_CHARACTERS}}(?!\\S)|[^]{1,${MOST_CHARACTERS}}`, 'gu')) ?? [];
  return [
    [dayText(on).nb, who, how, first],
    ...others.map((words) => [dayText(on).nb, who, `${how} (fortsatt)`, words]),
  ];
}
