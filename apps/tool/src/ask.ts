import { setTimeout as pause } from 'node:timers/promises';
import { CannotGoOn, reasonOf } from './trouble.js';

const TRIES = 3;
const WAIT = 500;

/**
 * Asks the engine something, and again when a busy server did not answer in time.
 * @throws CannotGoOn after the last try.
 */
export async function ask<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if (tries === TRIES) throw new CannotGoOn(`Temporal does not answer: ${reasonOf(error)}`);
      await pause(WAIT);
    }
  }
}
