import { describe, expect, it } from '@jest/globals';
import { AskedTogether } from './asked-together.js';

/** Remembers what was read, and answers with the state at the moment of reading. */
function reader() {
  const reads: (readonly string[])[] = [];
  const live = new Set(['a', 'b']);
  const asked = new AskedTogether(async (keys) => {
    reads.push(keys);
    return new Map(keys.filter((key) => live.has(key)).map((key) => [key, `answer ${key}`]));
  });
  return { reads, live, asked };
}

describe('questions of one moment', () => {
  it('are read at once, each key once, and each gets its own answer', async () => {
    const { reads, asked } = reader();
    const answers = await Promise.all(['a', 'b', 'a', 'unknown'].map((key) => asked.get(key)));
    expect(answers).toEqual(['answer a', 'answer b', 'answer a', undefined]);
    expect(reads).toEqual([['a', 'b', 'unknown']]);
  });

  it('never get an answer that was read before they came: what was revoked in between is revoked', async () => {
    const { reads, live, asked } = reader();
    const first = asked.get('a');
    const second = first.then(() => (live.delete('a'), asked.get('a')));
    expect([await first, await second]).toEqual(['answer a', undefined]);
    expect(reads).toHaveLength(2);
  });

  it('fail together, and the next ones are read anew', async () => {
    let failing = true;
    const asked = new AskedTogether(async (keys) => {
      if (failing) throw new Error('away');
      return new Map(keys.map((key) => [key, key]));
    });
    const outcomes = await Promise.allSettled([asked.get('a'), asked.get('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    failing = false;
    expect(await asked.get('a')).toBe('a');
  });
});
