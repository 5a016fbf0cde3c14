import type { InputError } from '../problems/refusal.js';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Text that Postgres cannot store or UTF-8 cannot write: NUL, and half of a surrogate pair. */
export function textError(text: string): string | undefined {
  if (text.includes('\u0000')) return 'holds the character NUL';
  if (LONE_SURROGATE.test(text)) return 'holds half a surrogate pair';
  return undefined;
}

const DEEPEST = 40;

/** Every string and key of a parsed body that cannot be stored, as errors with pointers. */
export function unreadableTexts(value: unknown, pointer = '', depth = 0): InputError[] {
  if (typeof value === 'string') {
    const detail = textError(value);
    return detail ? [{ pointer, detail }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (depth === DEEPEST) return [{ pointer, detail: `is nested deeper than ${DEEPEST} levels` }];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (textError(key)) return [{ pointer, detail: `has a key that ${textError(key)}` }];
    return unreadableTexts(inner, `${pointer}/${pointerPart(key)}`, depth + 1);
  });
}

/** RFC 6901. */
export const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
