const LETTERS_OF_1252 = /^[\p{ASCII}\u00a0-ÿ€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/u;
const NORDIC = /[æøåÆØÅäöÄÖéÉ]/;

/** True for bytes that are no UTF-8 and read as words with Nordic letters in Windows-1252, as Excel saves CSV in Norway. */
export function isWindows1252(bytes: Uint8Array): boolean {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return NORDIC.test(text) && LETTERS_OF_1252.test(text);
}
