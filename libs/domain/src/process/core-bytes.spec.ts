import { describe, expect, it } from '@jest/globals';
import { coreBytesOf, coreFrom } from './core-bytes.js';
import type { ProcessCore } from './process-document.js';

const coreNamed = (id: string) => ({ id, version: 1, deadlines: { first: { count: 2 } } }) as unknown as ProcessCore;

describe('the core that travels with a case', () => {
  it('comes back as it was, letters outside ASCII included', () => {
    const core = coreNamed('sæøå €');
    expect(coreFrom(coreBytesOf(core))).toEqual(core);
  });

  it('is one for all cases of a version, and another for another version', () => {
    const [first, again, other] = [coreNamed('a'), coreNamed('a'), coreNamed('b')].map((core) =>
      coreFrom(coreBytesOf(core)),
    );
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(coreBytesOf(first ?? other ?? coreNamed('a'))).toEqual(coreBytesOf(coreNamed('a')));
  });

  it('cannot be changed by one case for the others', () => {
    const { deadlines } = coreFrom(coreBytesOf(coreNamed('a')));
    expect(() => Object.assign(deadlines['first'] ?? {}, { count: 3 })).toThrow(TypeError);
    expect(() => Object.assign(deadlines, { second: {} })).toThrow(TypeError);
  });

  it('is right for more versions than are remembered', () => {
    for (let n = 0; n < 50; n += 1) expect(coreFrom(coreBytesOf(coreNamed(`v${n}`))).id).toBe(`v${n}`);
    expect(coreFrom(coreBytesOf(coreNamed('v0'))).id).toBe('v0');
  });
});
