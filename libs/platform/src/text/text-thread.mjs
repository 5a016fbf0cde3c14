// What a file says, as text. Runs in a thread of its own (read-text.ts), which is ended when a file takes too much: so nothing of
// the program is here, and no type checked in another file.
import { Buffer } from 'node:buffer';
import { text as textOf } from 'node:stream/consumers';
import { TextDecoder } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';

const OOXML = 'application/vnd.openxmlformats-officedocument';
const WORD = `${OOXML}.wordprocessingml.document`;
const OPEN_DOCUMENT = { parts: /^content\.xml$/, says: ['p', 'h'], ends: ['p', 'h'] };
/** The parts of an office file that hold what people wrote, the elements with text in them, and those that end a line. */
const OFFICE = new Map([
  [
    `${OOXML}.spreadsheetml.sheet`,
    { parts: /^xl\/(sharedStrings|worksheets\/[^/]+)\.xml$/, says: ['t'], ends: ['si', 'is'] },
  ],
  [
    `${OOXML}.presentationml.presentation`,
    { parts: /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/, says: ['t'], ends: ['p'] },
  ],
  ...['text', 'spreadsheet', 'presentation'].map((kind) => [
    `application/vnd.oasis.opendocument.${kind}`,
    OPEN_DOCUMENT,
  ]),
]);
/** Unpacked; a large file has some megabytes of text, and its pictures are not read. */
const MOST_UNPACKED_BYTES = 64_000_000;
const MOST_PARTS = 2_000;

/** @type {{ content: Uint8Array, type: string, mostCharacters: number }} */
const { content, type, mostCharacters } = workerData;

async function textOfPdf() {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const settings = { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false };
  const pdf = await getDocument({ data: content, verbosity: VerbosityLevel.ERRORS, ...settings }).promise;
  let text = '';
  for (let page = 1; page <= pdf.numPages && text.length < mostCharacters; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    text += `${items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')}\n`;
  }
  return text;
}

async function textOfWord() {
  const { default: mammoth } = await import('mammoth');
  return (await mammoth.extractRawText({ buffer: Buffer.from(content) })).value;
}

/** A comment, a section of bare text, an element's beginning or end, another tag, or text. A quoted `>` ends no tag. */
const PIECE =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)(?:[\w.-]+:)?([\w.-]+)(?:[^>"']|"[^"]*"|'[^']*')*>|<[^>]*>|([^<]+)/g;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const CHARACTERS = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const SPACES = new Set(['s', 'tab', 'line-break', 'br']);

const decoded = (text) =>
  text.replace(ENTITY, (_whole, decimal, hex, name) => {
    if (name) return CHARACTERS[name.toLowerCase()];
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });

/** What stands in the elements that hold text, a line for each that ends one. */
function textOfXml(xml, { says, ends }) {
  let [text, depth] = ['', 0];
  for (const [whole, bare, slash, element, words] of xml.matchAll(PIECE)) {
    if (depth > 0 && (bare ?? words) !== undefined) text += bare ?? decoded(words);
    if (element === undefined) continue;
    if (SPACES.has(element)) text += ' ';
    if (says.includes(element) && !whole.endsWith('/>')) depth = Math.max(0, depth + (slash ? -1 : 1));
    if (slash && ends.includes(element)) text += '\n';
    if (text.length >= mostCharacters) break;
  }
  return text;
}

/** yauzl fails when a part becomes larger than it says. */
async function textOfOffice(kind) {
  const { fromBufferPromise } = await import('yauzl');
  const zip = await fromBufferPromise(Buffer.from(content));
  const parts = [];
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    if (!kind.parts.test(entry.fileName)) continue;
    bytes += entry.uncompressedSize;
    if (parts.push(entry) > MOST_PARTS || bytes > MOST_UNPACKED_BYTES) throw new Error('too much');
  }
  parts.sort((a, b) => a.fileName.localeCompare(b.fileName, 'en', { numeric: true }));
  let text = '';
  for (const part of parts) {
    if (text.length >= mostCharacters) break;
    text += textOfXml(await textOf(await zip.openReadStreamPromise(part)), kind);
  }
  return text;
}

async function read() {
  if (type === 'application/pdf') return textOfPdf();
  if (type === WORD) return textOfWord();
  const office = OFFICE.get(type);
  if (office) return textOfOffice(office);
  return new TextDecoder().decode(content);
}

parentPort?.postMessage((await read()).slice(0, mostCharacters));
