import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from './seal.js';

describe('a sealed text', () => {
  it('is opened by the secret and purpose it was sealed with, and looks different every time', () => {
    const sealed = seal('s1', 'id_token', 'blåbær');
    expect(sealed).not.toContain('bl');
    expect(seal('s1', 'id_token', 'blåbær')).not.toBe(sealed);
    expect(unseal('s1', 'id_token', sealed)).toBe('blåbær');
  });

  it('is not opened by another secret or purpose, nor when a bit of it has changed', () => {
    const sealed = seal('s1', 'id_token', 'blåbær');
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(unseal('s2', 'id_token', sealed)).toBeUndefined();
    expect(unseal('s1', 'other', sealed)).toBeUndefined();
    expect(unseal('s1', 'id_token', bytes.toString('base64url'))).toBeUndefined();
  });
});
