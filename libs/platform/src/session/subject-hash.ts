import { createHmac } from 'node:crypto';
import { derivedKey } from './derived-key.js';

/**
 * Hash under which a subject claim is stored. It is keyed, because an unkeyed hash of a national identity number can be
 * found by trying all numbers.
 * @param claim  in canonical form: equal claims are one person.
 */
export function subjectHash(secret: string, issuer: string, claim: string): string {
  return createHmac('sha256', derivedKey(secret, `identity:${issuer}`))
    .update(claim)
    .digest('base64url');
}
