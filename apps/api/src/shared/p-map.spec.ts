import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { pMap } from './p-map.js';

describe('things side by side', () => {
  it('are worked on a few at a time, and the results stand in the order of the things', async () => {
    let under = 0;
    let most = 0;
    const results = await pMap(3, [5, 1, 4, 2, 3, 0], async (n) => {
      under += 1;
      most = Math.max(most, under);
      for (let turns = 0; turns < n; turns += 1) await turn();
      under -= 1;
      return n * 10;
    });
    expect(results).toEqual([50, 10, 40, 20, 30, 0]);
    expect(most).toBe(3);
    expect(await pMap(3, [], () => Promise.reject(new Error('never asked')))).toEqual([]);
  });
});
