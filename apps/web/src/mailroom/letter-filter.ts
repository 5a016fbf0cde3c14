export const LETTER_STATES = ['WAITING', 'SENT', 'MERGED', 'DROPPED', 'FAILED', 'HELD'] as const;

/** What stands in the address of the letters. */
export interface LetterFilter {
  readonly tilstand?: (typeof LETTER_STATES)[number];
}

export function letterFilterIn({ tilstand }: Readonly<Record<string, unknown>>): LetterFilter {
  const state = LETTER_STATES.find((it) => it === tilstand);
  return state ? { tilstand: state } : {};
}
