import type { InputError } from '../problems/http-refusal.js';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Says why text cannot be stored: Postgres refuses NUL, and UTF-8 cannot encode half a surrogate pair. */
export function textError(text: string): string | undefined {
  if (text.includes('\u0000')) return 'holds the character NUL';
  if (LONE_SURROGATE.test(text)) return 'holds half a surrogate pair';
  return undefined;
}

const MAX_DEPTH = 40;

/** Every string and key of a parsed body that cannot be stored, as errors with JSON pointers. */
export function unstorableTexts(value: unknown, pointer = '', depth = 0): InputError[] {
  if (typeof value === 'string') {
    const detail = textError(value);
    return detail ? [{ pointer, detail }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (depth === MAX_DEPTH) return [{ pointer, detail: `is nested deeper than ${MAX_DEPTH} levels` }];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (textError(key)) return [{ pointer, detail: `has a key that ${textError(key)}` }];
    return unstorableTexts(inner, `${pointer}/${pointerPart(key)}`, depth + 1);
  });
}

/** Escapes one segment of a JSON pointer (RFC 6901). */
export const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
