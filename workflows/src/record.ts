import { ActivityFailure, ApplicationFailure, isCancellation, proxyActivities, sleep } from '@temporalio/workflow';
import {
  EPOCH_SUPERSEDED,
  receiptOf,
  type CollaborationActivities,
  type RecordBatch,
} from '#contracts/messages/collaboration.js';

const activities = proxyActivities<CollaborationActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

type Outcome = 'recorded' | 'superseded';

/**
 * Waits until the batch is in Postgres, with retries for ever: also when somebody answers who is not our worker.
 * @returns `superseded` when a newer run owns the case and this run must stop.
 */
export async function record(batch: RecordBatch): Promise<Outcome> {
  for (;;) {
    const outcome = await recordOnce(batch);
    if (outcome) return outcome;
    await sleep('1 second');
  }
}

/** Undefined when the answer is none of our worker's. */
async function recordOnce(batch: RecordBatch): Promise<Outcome | undefined> {
  try {
    return isReceipt(await activities.record(batch), batch) ? 'recorded' : undefined;
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    const { cause } = error;
    const isSuperseded = cause instanceof ApplicationFailure && cause.type === EPOCH_SUPERSEDED;
    return isSuperseded && isReceipt(cause.details?.[0], batch) ? 'superseded' : undefined;
  }
}

/** A payload that is not signed by this installation has none of the members. */
function isReceipt(given: unknown, batch: RecordBatch): boolean {
  const { id, epoch, seq } = (given ?? {}) as Partial<Record<string, unknown>>;
  const expected = receiptOf(batch);
  return id === expected.id && epoch === expected.epoch && seq === expected.seq;
}
