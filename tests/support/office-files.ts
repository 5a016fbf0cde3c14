import { zipOf } from './zip-of.js';
import type { ZipEntry } from './zip-of.js';

const PART = 'application/vnd.openxmlformats-officedocument';

/** The main parts of office files, as the programs name them. */
const MAIN = {
  docx: `${PART}.wordprocessingml.document.main+xml`,
  xlsx: `${PART}.spreadsheetml.sheet.main+xml`,
  pptx: `${PART}.presentationml.presentation.main+xml`,
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
} as const;

const types = (main: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  `<Override PartName="/main.xml" ContentType="${main}"/></Types>`;

/** An office file that holds what every one must, and more. */
export const officeFile = (kind: keyof typeof MAIN, ...more: readonly ZipEntry[]): Buffer =>
  zipOf([{ name: '[Content_Types].xml', content: types(MAIN[kind]), method: 8 }, ...more]);

export const openDocument = (kind: 'text' | 'spreadsheet' | 'presentation' | 'graphics'): Buffer =>
  zipOf([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, method: 0 },
    { name: 'content.xml', content: '<office:document-content/>', method: 8 },
  ]);

/** 60 MB of nothing that takes 60 kB. */
const NOTHING = Buffer.alloc(60_000_000);

/** Word files that are small, and are not when they are unpacked. */
export const bombs = (): Readonly<Record<string, Buffer>> => {
  const part = (n: number) => ({ name: `word/${n}.xml`, method: 8 });
  return {
    'one large part': officeFile('docx', { ...part(1), content: NOTHING }),
    'many large parts': officeFile(
      'docx',
      ...[1, 2, 3, 4, 5, 6].map((n) => ({ ...part(n), content: NOTHING, overFirst: n > 1 })),
    ),
    'a part that says it is small': officeFile('docx', { ...part(1), content: NOTHING, says: 1000 }),
  };
};
