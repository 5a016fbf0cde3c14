import { condition } from '@temporalio/workflow';

/** The smallest workflow: waits forever. */
export async function waiting(): Promise<void> {
  await condition(() => false);
}
