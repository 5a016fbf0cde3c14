import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

const { resolve } = createRequire(import.meta.url);
const REGULAR = resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** Accessible to screen readers (ISO 14289); the types do not know it yet. */
const PDF_UA = 'PDF/UA' as 'PDF/A-2a';

/** A document of a story as a tagged PDF: its title, and a paragraph a text. */
export async function samplePdf(title: string, paragraphs: readonly string[]): Promise<Buffer> {
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin: 60, font: REGULAR },
    ...{ pdfVersion: '1.7', subset: PDF_UA, tagged: true, lang: 'nb-NO', displayTitle: true },
    info: { Title: title, Creator: 'Stafett', Producer: 'Stafett' },
  });
  const content = buffer(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  root.add(pdf.struct('H1', {}, () => pdf.font(BOLD).fontSize(18).text(title).moveDown()));
  for (const paragraph of paragraphs)
    root.add(pdf.struct('P', {}, () => pdf.font(REGULAR).fontSize(11).text(paragraph).moveDown()));
  root.end();
  pdf.end();
  return content;
}
