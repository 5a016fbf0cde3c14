import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { domainNow, wallDelayMs } from './clock.js';
import { addMillis } from './time.js';

describe('a timer', () => {
  it('never wakes before its time, nor a whole wall millisecond after it', () => {
    const speeds = fc.integer({ min: 1, max: 86_400 });
    fc.assert(
      fc.property(speeds, fc.nat(10_000_000), fc.integer({ min: 1, max: 100_000_000 }), (speed, elapsed, ahead) => {
        const wall = 1_800_000_000_000;
        const clock = { origin: { domain: '2027-01-01T00:00:00.000Z', wall }, speed };
        const due = addMillis(domainNow(clock, wall + elapsed), ahead);
        const delay = wallDelayMs(clock, due, wall + elapsed);
        expect(domainNow(clock, wall + elapsed + delay) >= due).toBe(true);
        if (delay > 1) expect(domainNow(clock, wall + elapsed + delay - 1) < due).toBe(true);
        expect(Number.isInteger(delay) && delay >= 1).toBe(true);
      }),
    );
  });
});
