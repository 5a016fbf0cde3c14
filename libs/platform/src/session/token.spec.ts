import { describe, expect, it } from '@jest/globals';
import { derivedToken, keyedHash, newToken } from './token.js';

describe('tokens and hashes', () => {
  it('a body has one hash, whatever order its fields came in, and another with another key', () => {
    const one = keyedHash('k', { a: 1, b: [{ d: 1, c: undefined }] });
    expect(keyedHash('k', { b: [{ d: 1 }], a: 1 })).toBe(one);
    expect(keyedHash('k', { a: 1, b: [{ d: 2 }] })).not.toBe(one);
    expect(keyedHash('l', { a: 1, b: [{ d: 1 }] })).not.toBe(one);
    expect(keyedHash('k', { a: 1, b: null })).not.toBe(keyedHash('k', { a: 1 }));
  });

  it('a new token has 256 bits; a derived one is always the same', () => {
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    expect(newToken()).not.toBe(newToken());
    expect(derivedToken('k', 'x')).toBe(derivedToken('k', 'x'));
    expect(derivedToken('k', 'x')).not.toBe(derivedToken('k', 'y'));
  });
});
