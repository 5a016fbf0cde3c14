import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

const MOST_CASES = 6;
const SHORTEST = 2;

/** Words, and which of them were searched for. */
export type Piece = { readonly text: string; readonly isHit: boolean };

/** A case as the palette shows it, with the place where the words stand. */
export interface FoundCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly phase: Schemas['CollaborationRow']['phase'];
  readonly organisation?: string;
  /** Which kind of text the words stand in, when it is not the case itself. */
  readonly source?: Exclude<Schemas['SearchHit']['source'], 'CASE'>;
  readonly excerpt?: readonly Piece[];
}

export const isLongEnough = (words: string): boolean => words.trim().length >= SHORTEST;

/** First the cases whose number, title, organisation or sender has the words, then those in whose texts they stand. */
export async function findCases(words: string, signal: AbortSignal): Promise<readonly FoundCase[]> {
  const q = words.trim();
  const [named, texts] = await Promise.all([
    answerOf(
      api.GET('/api/v1/collaborations', {
        signal,
        params: { query: { q, limit: String(MOST_CASES), sort: '-number' } },
      }),
    ),
    answerOf(api.GET('/api/v1/search', { signal, params: { query: { q, limit: String(MOST_CASES) } } })),
  ]);
  const inTexts = texts.items.map(({ collaboration: { id, number, title, phase }, hits: [hit] }): FoundCase => ({
    ...{ id, number, title, phase },
    ...(hit && hit.source !== 'CASE' && { source: hit.source }),
    ...(hit && { excerpt: piecesOf(without(title, hit.excerpt)) }),
  }));
  const excerpts = new Map(inTexts.map((it) => [it.id, it]));
  const byName = named.items.map(({ id, number, title, phase, organisation }): FoundCase => ({
    ...excerpts.get(id),
    ...{ id, number, title, phase },
    ...(organisation && { organisation: organisation.name }),
  }));
  const names = new Set(byName.map(({ id }) => id));
  return [...byName, ...inTexts.filter(({ id }) => !names.has(id))];
}

/** The title stands above already. */
function without(title: string, { text, marks }: Schemas['Excerpt']): Schemas['Excerpt'] {
  if (!text.startsWith(`${title}\n`)) return { text, marks };
  const cut = title.length + 1;
  return {
    text: text.slice(cut),
    marks: marks.flatMap(({ from, to }) => (from < cut ? [] : [{ from: from - cut, to: to - cut }])),
  };
}

/** The text cut where its marks begin and end. */
export function piecesOf({ text, marks }: Schemas['Excerpt']): readonly Piece[] {
  let at = 0;
  const pieces: Piece[] = [];
  for (const { from, to } of marks) {
    pieces.push({ text: text.slice(at, from), isHit: false }, { text: text.slice(from, to), isHit: true });
    at = to;
  }
  return [...pieces, { text: text.slice(at), isHit: false }].filter((piece) => piece.text !== '');
}

/** Where the written words stand in a title or a number, as they are written. */
export function marked(text: string, words: string): readonly Piece[] {
  const marks = words
    .trim()
    .split(/\s+/)
    .flatMap((word) => {
      const from = word === '' ? -1 : text.toLowerCase().indexOf(word.toLowerCase());
      return from < 0 ? [] : [{ from, to: from + word.length }];
    })
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, index, all) => from >= (all[index - 1]?.to ?? 0));
  return piecesOf({ text, marks });
}
