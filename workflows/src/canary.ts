import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import { BEAT_INTERVAL_MS, type CanaryActivities } from '#contracts/messages/canary.js';

const RENEW_AFTER_EVENTS = 500;

const { beat } = proxyActivities<CanaryActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '10 seconds' },
});

/** Writes a beat at a fixed interval, for ever. An old beat means that Temporal, the worker or Postgres is failing. */
export async function canary(): Promise<void> {
  while (workflowInfo().historyLength <= RENEW_AFTER_EVENTS) {
    await beat();
    await sleep(BEAT_INTERVAL_MS);
  }
  await continueAsNew<typeof canary>();
}
