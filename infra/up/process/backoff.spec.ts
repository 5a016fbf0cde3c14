import { describe, expect, it } from '@jest/globals';
import { restartDelayMs, wasStable } from './backoff.js';

describe('starting a child again', () => {
  it('is prompt at first and never waits more than five seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 1_000].map(restartDelayMs)).toEqual([
      100, 250, 500, 1_000, 2_000, 5_000, 5_000, 5_000,
    ]);
  });

  it('is prompt anew when the child had been well for half a minute', () => {
    expect([29_999, 30_000].map(wasStable)).toEqual([false, true]);
  });
});
