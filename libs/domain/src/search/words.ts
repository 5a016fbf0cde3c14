/** What a hit of the search is: the case itself, or what was written or put on it. */
export const SEARCH_SOURCES = ['CASE', 'NOTE', 'MESSAGE', 'DOCUMENT'] as const;
export type SearchSource = (typeof SEARCH_SOURCES)[number];

/** Files whose text is read. */
export const READABLE_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'text/plain',
  'text/csv',
] as const;

/** Letters with their marks, and digits, after one another. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Letters of a word that is searched for. */
export const SHORTEST_WORD = 2;
/** A longer run of letters, such as a key, counts as several words. */
export const LONGEST_WORD = 64;

/** A word of a text, in the form in which words are compared, and where it stands. */
export interface PlacedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** In this form two words are the same whatever letter case they have. */
export const foldWord = (word: string): string => word.normalize('NFC').toLowerCase();

/** The words of a text in their order. @param text  in its normal form (NFC), which the places refer to. */
export function placedWordsOf(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: run, index }) => {
    let from = index;
    return piecesOf(run).map((piece) => {
      const placed = { word: foldWord(piece), from, to: from + piece.length };
      from = placed.to;
      return placed;
    });
  });
}

/**
 * The words of a text in which one of the parts stands, in their order: what `placedWordsOf` gives, without looking at each of the
 * hundred thousand words that a document may have. @param parts  in the form in which words are compared.
 */
export function placedWordsWith(text: string, parts: readonly string[]): PlacedWord[] {
  const hasPart = ({ word }: PlacedWord): boolean => parts.some((part) => word.includes(part));
  const folded = text.toLowerCase();
  // A letter that changes its length with its case moves all places after it.
  if (folded.length !== text.length) return placedWordsOf(text).filter(hasPart);
  const found: PlacedWord[] = [];
  const places = new Map(parts.map((part) => [part, folded.indexOf(part)]));
  for (let at = earliest(places); at !== undefined; at = earliest(places)) {
    const from = startOfRun(text, at);
    RUN_HERE.lastIndex = from;
    const run = RUN_HERE.exec(text)?.[0] ?? '';
    const placed = placedWordsOf(run).map((it) => ({ ...it, from: from + it.from, to: from + it.to }));
    found.push(...placed.filter(hasPart));
    const end = Math.max(from + run.length, at + 1);
    for (const [part, place] of places) if (place >= 0 && place < end) places.set(part, folded.indexOf(part, end));
  }
  return found;
}

const RUN_HERE = /[\p{L}\p{M}\p{N}]+/uy;
const IN_RUN = /^[\p{L}\p{M}\p{N}]$/u;
const LOW_SURROGATE = /^[\udc00-\udfff]$/;

/** Of the places that are not -1. */
function earliest(places: ReadonlyMap<string, number>): number | undefined {
  const found = [...places.values()].filter((it) => it >= 0);
  return found.length === 0 ? undefined : Math.min(...found);
}

function startOfRun(text: string, at: number): number {
  let from = at;
  for (;;) {
    const before = from - (LOW_SURROGATE.test(text.charAt(from - 1)) ? 2 : 1);
    if (before < 0 || !IN_RUN.test(text.slice(before, from))) return from;
    from = before;
  }
}

/** The words of a text, each once. */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(placedWordsOf(text.normalize('NFC')).map(({ word }) => word)),
];

/** The words that somebody searches for; a single letter is in nearly every text, and is left out. */
export const searchWordsOf = (query: string): readonly string[] =>
  wordsOf(query).filter((word) => lettersOf(word).length >= SHORTEST_WORD);

/** A word may be found by each of these: a part of it, at any place, begins one of them. */
export function endingsOf(word: string): readonly string[] {
  const letters = lettersOf(word);
  return letters.slice(0, 1 - SHORTEST_WORD).map((_, at) => letters.slice(at).join(''));
}

const lettersOf = (word: string): readonly string[] => Array.from(word);

function piecesOf(run: string): readonly string[] {
  if (run.length <= LONGEST_WORD) return [run];
  const letters = lettersOf(run);
  const starts = Array.from({ length: Math.ceil(letters.length / LONGEST_WORD) }, (_, n) => n * LONGEST_WORD);
  return starts.map((start) => letters.slice(start, start + LONGEST_WORD).join(''));
}
