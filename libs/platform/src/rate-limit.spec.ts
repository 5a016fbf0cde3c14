import { describe, expect, it } from '@jest/globals';
import { HttpRefusal } from './problems/http-refusal.js';
import { RateLimit } from './rate-limit.js';

const refusedAt = (limit: RateLimit, key: string, wall: number): HttpRefusal | undefined => {
  try {
    limit.take(key, wall);
    return undefined;
  } catch (error) {
    return error as HttpRefusal;
  }
};

describe('a rate limit of 3 in 60 seconds', () => {
  it('lets three through, refuses the fourth with the seconds to wait, and forgets after a minute', () => {
    const limit = new RateLimit(3, 60);
    for (const wall of [0, 10_000, 20_000]) expect(refusedAt(limit, 'a', wall)).toBeUndefined();
    expect(refusedAt(limit, 'a', 30_000)).toMatchObject({
      problem: { status: 429, code: 'slow-down' },
      headers: { 'Retry-After': '30' },
    });
    expect(refusedAt(limit, 'b', 30_000)).toBeUndefined();
    expect(refusedAt(limit, 'a', 60_000)).toBeUndefined();
    expect(refusedAt(limit, 'a', 60_001)).toBeInstanceOf(HttpRefusal);
  });
});
