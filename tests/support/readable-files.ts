import JSZip from 'jszip';

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A PDF of one page with these words, in Latin letters. */
export function pdfSaying(words: string): Uint8Array {
  const lines = words.replace(/[\\()]/g, '\\$&');
  const stream = `BT /F1 12 Tf 20 700 Td (${lines}) Tj ET`;
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  const body = parts.map((part, n) => `${n + 1} 0 obj${part}endobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF\n`, 'latin1');
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** The part of an office file in which its words are, with the words in an element each; `&` and `<` as XML wants them. */
const OFFICE_PARTS: Readonly<Record<string, readonly [part: string, xml: (words: string) => string]>> = {
  [`${OFFICE}.spreadsheetml.sheet`]: ['xl/sharedStrings.xml', (it) => `<sst><si><t>${it}</t></si></sst>`],
  [`${OFFICE}.presentationml.presentation`]: [
    'ppt/slides/slide1.xml',
    (it) => `<p:sld><a:p><a:r><a:t>${it}</a:t></a:r></a:p></p:sld>`,
  ],
  [`${OPEN}.text`]: ['content.xml', (it) => `<office:text><text:p text:style-name="a>b">${it}</text:p></office:text>`],
  [`${OPEN}.spreadsheet`]: ['content.xml', (it) => `<table:table-cell><text:p>${it}</text:p></table:table-cell>`],
  [`${OPEN}.presentation`]: [
    'content.xml',
    (it) => `<draw:text-box><text:h><text:span>${it}</text:span></text:h></draw:text-box>`,
  ],
};

export const OFFICE_TYPES = Object.keys(OFFICE_PARTS);

/** A spreadsheet, a presentation or an OpenDocument file with these words, and others where no text of it is. */
export async function officeFileSaying(type: string, words: string): Promise<Uint8Array> {
  const [part = '', xml = String] = OFFICE_PARTS[type] ?? [];
  const zip = new JSZip();
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  zip.file(part, `<?xml version="1.0"?><!-- usynlig > --><root><meta>usynlig</meta>${xml(escaped)}</root>`);
  zip.file('styles.xml', '<text:p>usynlig</text:p>');
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A Word document with a paragraph of these words. */
export async function wordFileSaying(words: string): Promise<Uint8Array> {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
