import type { RunState } from '#contracts/messages/collaboration.js';

interface Recorded {
  readonly version: number;
  readonly epoch: number;
}

/**
 * Why a run cannot be the one that writes the case, or null. It holds while commands go on, because what Postgres has is read
 * before the run is asked, and again after.
 */
export function disagreement(before: Recorded, run: RunState, after: Recorded): string | null {
  if (run.epoch < before.epoch) return `the run is of epoch ${run.epoch}, and Postgres takes only ${before.epoch}`;
  if (run.epoch > after.epoch) return `the run is of epoch ${run.epoch}, and Postgres is only at ${after.epoch}`;
  if (run.version < before.version) return `the run is at version ${run.version}, and Postgres at ${before.version}`;
  const written = run.version - run.unrecorded;
  return written > after.version ? `the run has written version ${written}, and Postgres is at ${after.version}` : null;
}
