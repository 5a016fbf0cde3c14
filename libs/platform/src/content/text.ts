import type { ContentFile } from './content-file.js';
import { ContentRefused } from './media-types.js';

/** Other control characters than tabs and the ends of lines and pages do not stand in text. */
// eslint-disable-next-line no-control-regex -- it is what is looked for
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;
/** Pages, drawings, scripts and what a program prints by: a reader that is not told otherwise may run them. */
const ACTIVE_BEGIN = /^\s*(<[a-z!?]|#!|\{\\rtf|%!ps|mime-version:|\[InternetShortcut\])/i;
const HEAD_LENGTH = 1_000;

/**
 * Whether the whole file is text in UTF-8.
 * @throws ContentRefused `active` for markup and scripts; `encoding` for what is text in another encoding
 */
export async function isText(file: ContentFile): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let head = '';
  try {
    for await (const bytes of file.chunks(0, file.size)) {
      const text = decoder.decode(bytes, { stream: true });
      if (NOT_TEXT.test(text)) return false;
      if (head.length < HEAD_LENGTH) head += text.slice(0, HEAD_LENGTH);
    }
    decoder.decode();
  } catch (error) {
    if (!isInvalid(error)) throw error;
    if (await isOtherText(file)) throw new ContentRefused('encoding');
    return false;
  }
  if (ACTIVE_BEGIN.test(head)) throw new ContentRefused('active');
  return true;
}

/** As Norwegian programs have saved text: in Windows-1252, which has no control characters either, or in UTF-16. */
async function isOtherText(file: ContentFile): Promise<boolean> {
  const head = await file.readUpTo(0, 4_096);
  if (head.length >= 2 && ['fffe', 'feff'].includes(head.toString('hex', 0, 2))) return true;
  return !NOT_TEXT.test(head.toString('latin1'));
}

const isInvalid = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
