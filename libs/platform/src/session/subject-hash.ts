import { createHmac } from 'node:crypto';
import { derivedKey } from './derived-key.js';

/**
 * Hash under which a subject claim is stored. It is keyed, because an unkeyed hash of a national identity number can be
 * found by trying all numbers. Surrounding spaces are ignored, and so is case in an e-mail address.
 */
export function subjectHash(secret: string, issuer: string, claim: string): string {
  const trimmed = claim.trim();
  const compared = trimmed.includes('@') ? trimmed.toLowerCase() : trimmed;
  return createHmac('sha256', derivedKey(secret, `identity:${issuer}`))
    .update(compared)
    .digest('base64url');
}
