/** A sheet as text, or why it cannot be read as such. */
export type ReadSheet =
  { readonly kind: 'text'; readonly text: string; readonly isOld: boolean } | { readonly kind: 'workbook' };

/** Stands where bytes are no UTF-8. */
const LOST = '\ufffd';

const isWorkbook = ([first, second]: Uint8Array): boolean =>
  (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);

/** Reads UTF-8, and what is no UTF-8 as Windows-1252, which Excel still saves; a workbook is not text. */
export function sheetIn(bytes: Uint8Array): ReadSheet {
  if (isWorkbook(bytes)) return { kind: 'workbook' };
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes(LOST)
    ? { kind: 'text', text: new TextDecoder('windows-1252').decode(bytes), isOld: true }
    : { kind: 'text', text, isOld: false };
}
