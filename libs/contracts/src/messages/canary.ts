/** A workflow without a case that proves, every few seconds, that engine, worker and database work together. */
export const CANARY_WORKFLOW = 'canary';
export const CANARY_ID = 'canary';

/** Wall milliseconds between two beats. */
export const BEAT_EVERY = 10_000;

export interface CanaryActivities {
  /** Notes in Postgres that a workflow got this far; readiness reads its age. */
  beat(): Promise<void>;
}
