import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import { BEAT_EVERY, type CanaryActivities } from '#contracts/messages/canary.js';

const RENEW_AFTER_EVENTS = 500;

const { beat } = proxyActivities<CanaryActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '10 seconds' },
});

/** Beats for as long as the installation lives. An old beat means that some part of the way through is broken. */
export async function canary(): Promise<void> {
  while (workflowInfo().historyLength <= RENEW_AFTER_EVENTS) {
    await beat();
    await sleep(BEAT_EVERY);
  }
  await continueAsNew<typeof canary>();
}
