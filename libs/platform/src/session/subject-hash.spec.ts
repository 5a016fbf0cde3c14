import { describe, expect, it } from '@jest/globals';
import { subjectHash } from './subject-hash.js';

describe('the hash of a subject', () => {
  it('shows nothing of a national identity number, and is another at another issuer or installation', () => {
    const hash = subjectHash('s1', 'staff', '01017012345');
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(subjectHash('s1', 'contacts', '01017012345')).not.toBe(hash);
    expect(subjectHash('s2', 'staff', '01017012345')).not.toBe(hash);
  });
});
