import { textError } from '#platform/input/storable-text.js';
import { malformed } from '#platform/problems/http-refusal.js';
import type { Cursor } from '#store/db/page.js';

/** Encodes the position of the next page as the opaque text of `next`. */
export function writeCursor(cursor: Cursor | null): string | null {
  return cursor && Buffer.from(JSON.stringify([cursor.after, cursor.id])).toString('base64url');
}

/** @throws HttpRefusal 400 for a text that `writeCursor` did not make. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const parts = partsOf(text);
  if (parts) return { after: parts[0], id: parts[1] };
  throw malformed('Markøren er ukjent.', [{ pointer: '/cursor', detail: 'is no cursor of this list' }]);
}

function partsOf(text: string): readonly [string, string] | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length !== 2) return undefined;
    const [after, id] = parsed as readonly unknown[];
    return isStorable(after) && isStorable(id) ? [after, id] : undefined;
  } catch {
    return undefined;
  }
}

const isStorable = (part: unknown): part is string => typeof part === 'string' && textError(part) === undefined;
