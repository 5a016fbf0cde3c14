// What a file says, as text. Runs in a thread of its own (read-text.ts), which is ended when a file takes too much: so nothing of
// the program is here, and no type checked in another file.
import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

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

async function read() {
  if (type === 'application/pdf') return textOfPdf();
  if (type === WORD) return textOfWord();
  return new TextDecoder().decode(content);
}

parentPort?.postMessage((await read()).slice(0, mostCharacters));
