import pRetry from 'p-retry';
import { ToolError, reasonOf } from './errors.js';

/**
 * Calls Temporal, with two retries when it does not answer in time.
 * @throws ToolError after the last attempt.
 */
export async function retry<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await pRetry(call, { retries: 2, minTimeout: 500, factor: 1 });
  } catch (error) {
    throw new ToolError(`Temporal does not answer: ${reasonOf(error)}`);
  }
}
