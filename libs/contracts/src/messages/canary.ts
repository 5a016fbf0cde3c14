/** A workflow without a case that proves, every few seconds, that engine, worker and database work together. */
export const CANARY_WORKFLOW = 'canary';
export const CANARY_ID = 'canary';

/** Wall time between two beats. */
export const BEAT_INTERVAL_MS = 10_000;

export interface CanaryActivities {
  /** Writes the time of the beat to Postgres. Readiness reports its age. */
  beat(): Promise<void>;
}
