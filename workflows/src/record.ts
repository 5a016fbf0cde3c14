import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import { EPOCH_SUPERSEDED, type CollaborationActivities, type RecordBatch } from '#contracts/messages/collaboration.js';

const activities = proxyActivities<CollaborationActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

/**
 * Waits until the batch is in Postgres, with retries for ever.
 * @returns `superseded` when a newer run owns the case and this run must stop.
 */
export async function record(batch: RecordBatch): Promise<'recorded' | 'superseded'> {
  try {
    await activities.record(batch);
    return 'recorded';
  } catch (error) {
    if (isSuperseded(error)) return 'superseded';
    throw error;
  }
}

function isSuperseded(error: unknown): boolean {
  return (
    error instanceof ActivityFailure &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === EPOCH_SUPERSEDED
  );
}
