import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import { BEAT_INTERVAL_MS, type CanaryActivities } from '#contracts/messages/canary.js';

const RENEW_AFTER_EVENTS = 500;

const { beat } = proxyActivities<CanaryActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '10 seconds' },
});

/**
 * Writes a beat at a fixed interval, for ever. An old beat means that Temporal, the worker or Postgres is failing; one that is
 * not the next after the stored one, that Temporal and Postgres are of different times.
 */
export async function canary(beatsBefore = 0): Promise<void> {
  const { firstExecutionRunId: chain } = workflowInfo();
  let beats = beatsBefore;
  while (workflowInfo().historyLength <= RENEW_AFTER_EVENTS) {
    beats += 1;
    await beat({ chain, beat: beats });
    await sleep(BEAT_INTERVAL_MS);
  }
  await continueAsNew<typeof canary>(beats);
}
