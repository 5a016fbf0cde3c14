import { setTimeout as pause } from 'node:timers/promises';
import { ToolError, reasonOf } from './errors.js';

const MAX_ATTEMPTS = 3;
const PAUSE_MS = 500;

/**
 * Calls Temporal, with retries when it does not answer in time.
 * @throws ToolError after the last attempt.
 */
export async function retry<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw new ToolError(`Temporal does not answer: ${reasonOf(error)}`);
      await pause(PAUSE_MS);
    }
  }
}
