import type { Case } from '#domain/model/case.js';
import { eventOf, hashOf } from '#store/cases/history/event-rows.js';
import { stepsOf, type Step } from '#domain/case/steps.js';
import type { EventRow } from '#store/cases/history/event.js';

/** A case as its events say, or why they cannot be replayed. */
export type Replayed =
  | { readonly ok: true; readonly state: Case; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly why: string };

export function replay(rows: readonly EventRow[]): Replayed {
  try {
    const steps = stepsOf(null, rows.map(eventOf));
    const state = steps.at(-1)?.after;
    return state ? { ok: true, state, steps } : { ok: false, why: 'there are none' };
  } catch (error) {
    // Whatever a gap or a changed event does to the fold, it is a finding here and no fault of ours.
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs of seqs that are not there, `4-6` for each, counted from 1. */
export function gapsIn(rows: readonly EventRow[], seen: number): string[] {
  const seqs = [0, ...rows.map(({ seq }) => seq), Math.max(seen, rows.at(-1)?.seq ?? 0) + 1];
  return seqs.flatMap((seq, index) => {
    const from = (seqs[index - 1] ?? seq) + 1;
    if (from >= seq) return [];
    return [from === seq - 1 ? `event ${from} is missing` : `events ${from}-${seq - 1} are missing`];
  });
}

/** Events whose content no longer gives the hash they were written with. */
export function changesIn(rows: readonly EventRow[]): string[] {
  return rows
    .filter((row) => hashOf(eventOf(row)) !== row.hash)
    .map(({ seq, type }) => `event ${seq} (${type}) is not what was written: its content does not give its hash`);
}
