import { transitionsOf, type Transition } from '#domain/case/transitions.js';
import type { Case } from '#domain/model/case.js';
import { eventHash, toCaseEvent, type EventRow } from '../history/event-table.js';

/** A case folded from its events, or the reason why they cannot be replayed. */
export type Replayed =
  | { readonly ok: true; readonly state: Case; readonly transitions: readonly Transition[] }
  | { readonly ok: false; readonly why: string };

export function replay(rows: readonly EventRow[]): Replayed {
  try {
    const transitions = transitionsOf(null, rows.map(toCaseEvent));
    const state = transitions.at(-1)?.after;
    return state ? { ok: true, state, transitions } : { ok: false, why: 'there are none' };
  } catch (error) {
    // A gap or a changed event can make the fold throw anything; here that is a finding, not a bug.
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Describes each gap in the sequence numbers, from 1 to the highest of the rows and `seen`. */
export function gapsIn(rows: readonly EventRow[], seen: number): string[] {
  const seqs = [0, ...rows.map(({ seq }) => seq), Math.max(seen, rows.at(-1)?.seq ?? 0) + 1];
  return seqs.flatMap((seq, index) => {
    const from = (seqs[index - 1] ?? seq) + 1;
    if (from >= seq) return [];
    return [from === seq - 1 ? `event ${from} is missing` : `events ${from}-${seq - 1} are missing`];
  });
}

/** Describes each event whose content does not match its stored hash. */
export function changesIn(rows: readonly EventRow[]): string[] {
  return rows
    .filter((row) => eventHash(toCaseEvent(row)) !== row.hash)
    .map(({ seq, type }) => `event ${seq} (${type}) is not what was written: its content does not give its hash`);
}
