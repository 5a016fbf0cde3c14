import type { ProcessCore } from './core.js';

/**
 * A core as it travels in a workflow's input, where every byte is paid for at each start and renewal: its JSON, with one
 * character in place of each key and string that recurs. Ids can then stay readable, and rules say all they say.
 */
export interface PackedCore {
  /** What the characters from `FIRST` on stand for, in order. */
  readonly words: readonly string[];
  readonly text: string;
}

/** The first character that JSON of a core never holds itself; two bytes in UTF-8, as are the thousand after it. */
const FIRST = 0x100;
const WORD = /"[^"]*"/g;
const STAND_IN = /[\u0100-\u07ff]/g;
const MOST_WORDS = 0x700;

/** @throws RangeError when a core holds other text than ids, or too many of them. */
export function packCore(core: ProcessCore): PackedCore {
  const json = JSON.stringify(core);
  if (/[^\x20-\x7e]|\\/.test(json)) throw new RangeError('a core holds ids only: printable ASCII without quotes');
  const counts = new Map<string, number>();
  for (const [word] of json.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].filter(([, times]) => times > 1).map(([word]) => word);
  if (words.length > MOST_WORDS)
    throw new RangeError(`${words.length} recurring words; ${MOST_WORDS} have a character`);
  const standIns = new Map(words.map((word, index) => [word, String.fromCharCode(FIRST + index)]));
  return {
    words: words.map((word) => word.slice(1, -1)),
    text: json.replace(WORD, (word) => standIns.get(word) ?? word),
  };
}

export function unpackCore({ words, text }: PackedCore): ProcessCore {
  const json = text.replace(STAND_IN, (char) => `"${words[char.charCodeAt(0) - FIRST]}"`);
  return JSON.parse(json) as ProcessCore;
}
