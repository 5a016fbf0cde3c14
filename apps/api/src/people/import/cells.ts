import { isLocalDate } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';

/** What people write in a cell, as a value; undefined when it is none. */

const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** `2027-02-01`, or `1.2.2027` as it is written in Norway. */
export function dateIn(cell: string): LocalDate | undefined {
  const dotted = DOTTED.exec(cell);
  const text = dotted ? [dotted[3], dotted[2]?.padStart(2, '0'), dotted[1]?.padStart(2, '0')].join('-') : cell;
  return isLocalDate(text) ? text : undefined;
}

const YES = ['ja', 'j', 'yes', 'y', 'true', '1', 'x', 'sann'];
const NO = ['nei', 'n', 'no', 'false', '0', 'usann'];

export function truthIn(cell: string): boolean | undefined {
  const word = cell.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a' };

/** An id made out of a name: `Sjøfolk og ære` is `sjofolk-og-aere`. */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'enhet';
}
