/** Thrown for a cursor that no list here has given out. */
export class BadCursor extends Error {
  constructor() {
    super('the cursor is not one of this list');
    this.name = 'BadCursor';
  }
}

/** Where a page ended: the last row's place in the order. Opaque to whoever carries it. */
export interface Place {
  readonly sort: string;
  readonly value: string;
  readonly id: string;
}

export function cursorOf({ sort, value, id }: Place): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** @throws BadCursor also for one of another order of the same list. */
export function placeOf(cursor: string, sort: string): Place {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== 3 || parts.some((part) => typeof part !== 'string')) throw new BadCursor();
  const [of, value, id] = parts as [string, string, string];
  if (of !== sort) throw new BadCursor();
  return { sort, value, id };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
