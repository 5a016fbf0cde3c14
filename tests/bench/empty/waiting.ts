import { condition } from '@temporalio/workflow';

/** The least a workflow can be: it is there and waits. */
export async function waiting(): Promise<void> {
  await condition(() => false);
}
