import type { InputError } from '../problems/http-refusal.js';
import { normalText } from './normal-text.js';

const LONE_SURROGATE = /\p{Surrogate}/u;
/** Characters that are ASCII in normal form: the Kelvin sign, the Greek question mark and the Greek varia. */
const BECOMES_ASCII = /[\u212a\u037e\u1fef]/;
const WORD_BREAK = /[\s,;"<>()]+/;

/**
 * Says why text is refused: Postgres has no NUL, UTF-8 no half of a surrogate pair, U+FFFD stands where a character was
 * lost, and an address that becomes another one in normal form may be somebody else's.
 */
export function textError(text: string): string | undefined {
  if (text.includes('\u0000')) return 'holds the character NUL';
  if (LONE_SURROGATE.test(text)) return 'holds half a surrogate pair';
  if (text.includes('\ufffd'))
    return 'holds U+FFFD in place of a lost character: the text is in another encoding (often Windows-1252) than it was read in; save it as UTF-8';
  if (BECOMES_ASCII.test(text) && text.split(WORD_BREAK).some((word) => word.includes('@') && BECOMES_ASCII.test(word)))
    return 'holds an address with a character that only looks like a Latin one (U+212A, U+037E or U+1FEF)';
  return undefined;
}

const MAX_DEPTH = 40;

export interface NormalInput {
  /** The input with all text and keys in normal form. */
  readonly value: unknown;
  readonly errors: readonly InputError[];
  /** It is nested too deep to be read; nothing is wrong with its text. */
  readonly isTooDeep?: true;
}

/** A parsed body or query in normal form, and what in it is refused, with JSON pointers. */
export function normalInput(input: unknown): NormalInput {
  const errors: InputError[] = [];
  let isTooDeep: true | undefined;
  const walk = (value: unknown, pointer: string, depth: number): unknown => {
    if (typeof value === 'string') {
      const detail = textError(value);
      if (detail) errors.push({ pointer, detail });
      return detail ? value : normalText(value);
    }
    if (typeof value !== 'object' || value === null) return value;
    if (depth === MAX_DEPTH) {
      isTooDeep = true;
      errors.push({ pointer, detail: `is nested deeper than ${MAX_DEPTH} levels` });
      return value;
    }
    if (Array.isArray(value)) return value.map((inner, at) => walk(inner, `${pointer}/${at}`, depth + 1));
    const normal = new Map<string, unknown>();
    for (const [key, inner] of Object.entries(value)) {
      const refused = textError(key);
      const name = refused ? key : normalText(key);
      if (refused) errors.push({ pointer, detail: `has a key that ${refused}` });
      // No schema has it, and a copy by assignment would take it for the prototype.
      else if (name === '__proto__') errors.push({ pointer: `${pointer}/${name}`, detail: 'is not a known field' });
      else if (normal.has(name)) errors.push({ pointer, detail: 'has a key twice, in two spellings' });
      else normal.set(name, walk(inner, `${pointer}/${pointerPart(name)}`, depth + 1));
    }
    return Object.fromEntries(normal);
  };
  const value = walk(input, '', 0);
  return isTooDeep ? { value, errors, isTooDeep } : { value, errors };
}

/** Escapes one segment of a JSON pointer (RFC 6901). */
export const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
