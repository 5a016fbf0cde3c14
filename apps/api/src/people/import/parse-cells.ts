import { isLocalDate } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';

/** Parsers for the text of a cell; undefined when it cannot be read. */

const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** Reads `2027-02-01` and the Norwegian form `1.2.2027`. */
export function parseDate(cell: string): LocalDate | undefined {
  const dotted = DOTTED.exec(cell);
  const text = dotted ? [dotted[3], dotted[2]?.padStart(2, '0'), dotted[1]?.padStart(2, '0')].join('-') : cell;
  return isLocalDate(text) ? text : undefined;
}

const YES = ['ja', 'j', 'yes', 'y', 'true', '1', 'x', 'sann'];
const NO = ['nei', 'n', 'no', 'false', '0', 'usann'];

export function parseBoolean(cell: string): boolean | undefined {
  const word = cell.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}

const NORWEGIAN_LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a' };

/** Makes an id from a name: `Sjøfolk og ære` becomes `sjofolk-og-aere`. */
export function slugify(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => NORWEGIAN_LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, 60) || 'enhet';
}
