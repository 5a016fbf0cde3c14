import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 of a value as canonical JSON (RFC 8785), in which the order of members does not matter: equal before and after jsonb. */
export const jsonHash = (value: object): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
