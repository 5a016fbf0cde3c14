import { proxyActivities } from '@temporalio/workflow';
import type { CollaborationActivities, RecordBatch } from '#contracts/messages/collaboration.js';

const activities = proxyActivities<{ writeDown: CollaborationActivities['record'] }>({
  startToCloseTimeout: '10 seconds',
});

/** Today's `record`, except that the activity has another name. */
export async function record(batch: RecordBatch): Promise<'recorded' | 'superseded'> {
  await activities.writeDown(batch);
  return 'recorded';
}
