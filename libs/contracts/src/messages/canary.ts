/** A workflow without a case that proves, every few seconds, that engine, worker and database work together. */
export const CANARY_WORKFLOW = 'canary';
export const CANARY_ID = 'canary';

/** Wall time between two beats. */
export const BEAT_INTERVAL_MS = 10_000;

/** By their number, Postgres notices when it or Temporal has been put back to an earlier time. */
export interface Beat {
  /** The first run of the canary: another one when Temporal is another one. */
  readonly chain: string;
  /** Of that chain, from 1. */
  readonly beat: number;
}

export interface CanaryActivities {
  /** Writes the time of the beat to Postgres. Readiness reports its age. */
  beat(beat: Beat): Promise<void>;
}
