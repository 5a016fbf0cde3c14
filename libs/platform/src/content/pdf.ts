import type { ContentFile } from './content-file.js';

const ENCRYPT = /\/Encrypt\s+(?:\d+\s+\d+\s+R|<<)/;
/** Longer than what is looked for, so that it is found where two blocks meet. */
const OVERLAP = 64;

/** Whether a password guards the PDF: for opening it, or for changing it. Its trailer then names how; it is never packed itself. */
export async function isEncryptedPdf(file: ContentFile): Promise<boolean> {
  let rest = '';
  for await (const block of file.chunks(0, file.size)) {
    const text = rest + block.toString('latin1');
    if (ENCRYPT.test(text)) return true;
    rest = text.slice(-OVERLAP);
  }
  return false;
}
