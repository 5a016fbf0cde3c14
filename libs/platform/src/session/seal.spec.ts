import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from './seal.js';

describe('a sealed text', () => {
  it('is opened by the secret and purpose it was sealed with, and looks different every time', async () => {
    const sealed = await seal('s1', 'id_token', 'blåbær');
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').toString()).not.toContain('bl');
    expect(await seal('s1', 'id_token', 'blåbær')).not.toBe(sealed);
    expect(await unseal('s1', 'id_token', sealed)).toBe('blåbær');
  });

  it('is not opened by another secret or purpose, nor when a bit of it has changed', async () => {
    const sealed = await seal('s1', 'id_token', 'blåbær');
    expect(await unseal('s2', 'id_token', sealed)).toBeUndefined();
    expect(await unseal('s1', 'other', sealed)).toBeUndefined();
    for (const part of [0, 2, 3, 4]) expect(await unseal('s1', 'id_token', changedIn(part, sealed))).toBeUndefined();
    expect(await unseal('s1', 'id_token', 'x'.repeat(80))).toBeUndefined();
  });
});

/** Flips the last bit of one part of a compact JWE: header, key (empty here), initialization vector, text, tag. */
function changedIn(part: number, sealed: string): string {
  const parts = sealed.split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return parts.with(part, bytes.toString('base64url')).join('.');
}
