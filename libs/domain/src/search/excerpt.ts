import { placedWordsWith } from './words.js';
import type { PlacedWord } from './words.js';

/** A word that is searched for, with its Norwegian stem; a word such as `og` has none. */
export interface SearchedWord {
  readonly word: string;
  readonly stem: string | null;
}

/** Places in a text, in UTF-16 units. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

export interface Excerpt {
  readonly text: string;
  readonly marks: Mark[];
}

const LENGTH = 220;
/** Of what stands before the first word that is marked. */
const LEAD = 60;
const CUT = '…';

/**
 * The part of a text that shows best why it was found: the one with most of the words, where there are several the first.
 * @param stems  the stems of the words of the text that `maybeInflected` names.
 */
export function excerptOf(
  text: string,
  searched: readonly SearchedWord[],
  stems: ReadonlyMap<string, string | null>,
): Excerpt {
  const composed = text.normalize('NFC');
  const parts = searched.flatMap(({ word, stem }) => (stem === null ? [word] : [word, stem]));
  const found = placedWordsWith(composed, parts).flatMap((placed) => marksIn(placed, searched, stems));
  const { from, to } = windowOf(composed, found);
  const lead = from > 0 ? CUT : '';
  const shift = from - lead.length;
  return {
    text: `${lead}${composed.slice(from, to)}${to < composed.length ? CUT : ''}`,
    marks: joined(found.filter((it) => it.from >= from && it.to <= to)).map((it) => ({
      from: it.from - shift,
      to: it.to - shift,
    })),
  };
}

/** The words of a text whose stems are to be known: they begin with the stem of a word that is searched for. */
export function maybeInflected(text: string, searched: readonly SearchedWord[]): readonly string[] {
  const stems = searched.flatMap(({ stem }) => stem ?? []);
  const words = placedWordsWith(text.normalize('NFC'), stems).map(({ word }) => word);
  return [...new Set(words.filter((word) => stems.some((stem) => word.startsWith(stem))))];
}

interface FoundMark extends Mark {
  /** Which of the words it is. */
  readonly which: number;
}

/** Where a word of the text has those that are searched for: the part that is the word, or all of an inflected one. */
function marksIn(
  { word, from, to }: PlacedWord,
  searched: readonly SearchedWord[],
  stems: ReadonlyMap<string, string | null>,
): FoundMark[] {
  return searched.flatMap(({ word: part, stem }, which) => {
    const at = word.indexOf(part);
    const isInflected = at < 0 && stem !== null && stems.get(word) === stem;
    // Few letters change their length with their case; where one does, all of the word is marked.
    if (isInflected || (at >= 0 && word.length !== to - from)) return [{ which, from, to }];
    return at < 0 ? [] : [{ which, from: from + at, to: from + at + part.length }];
  });
}

function windowOf(text: string, found: readonly FoundMark[]): Mark {
  const starts = found.map((mark) => {
    const from = Math.max(0, mark.from - LEAD);
    const inside = found.filter((it) => it.from >= mark.from && it.to <= from + LENGTH);
    return { from, words: new Set(inside.map(({ which }) => which)).size };
  });
  const most = Math.max(0, ...starts.map(({ words }) => words));
  const start = starts.find(({ words }) => words === most)?.from ?? 0;
  const from = start === 0 ? 0 : afterSpace(text, start);
  const end = Math.min(text.length, from + LENGTH);
  return { from, to: end === text.length ? end : beforeSpace(text, from, end) };
}

/** The beginning of the next word, so that no word is cut where that can be helped. */
function afterSpace(text: string, at: number): number {
  const space = text.slice(at, at + LEAD / 2).search(/\s/);
  return space < 0 ? betweenUnits(text, at) : at + space + 1;
}

function beforeSpace(text: string, from: number, end: number): number {
  const kept = text.slice(from, end).replace(/\s+\S*$/, '');
  return kept.length < LENGTH / 2 ? betweenUnits(text, end) : from + kept.length;
}

/** Not in the middle of a letter that has two units. */
const betweenUnits = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);

/** Marks that overlap are one. */
function joined(marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => a.from - b.from || b.to - a.to);
  return sorted.reduce<Mark[]>((kept, { from, to }) => {
    const last = kept.at(-1);
    if (!last || from > last.to) return [...kept, { from, to }];
    return [...kept.slice(0, -1), { from: last.from, to: Math.max(last.to, to) }];
  }, []);
}
