import { createHmac } from 'node:crypto';
import { derivedKey } from './derived-key.js';

/**
 * What is kept of the claim that tells people apart at an issuer: a national identity number has so few values that
 * only a keyed hash hides it. Spaces around it do not count; nor, in what looks like an e-mail address, do capitals.
 */
export function subjectHash(secret: string, issuer: string, claim: string): string {
  const trimmed = claim.trim();
  const compared = trimmed.includes('@') ? trimmed.toLowerCase() : trimmed;
  return createHmac('sha256', derivedKey(secret, `identity:${issuer}`))
    .update(compared)
    .digest('base64url');
}
