/** Line breaks of word processors that are not `\n`. */
// eslint-disable-next-line no-control-regex
const LINE_BREAK = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
/** What is not seen and means nothing: soft hyphens, zero-width spaces, byte order marks, control characters. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g;

/** Text as it is sent, whatever it was pasted from: it looks the same. Quotes, dashes and the letters of other scripts stay. */
export const cleanText = (text: string): string => text.replace(LINE_BREAK, '\n').replace(UNSEEN, '').normalize('NFC');
